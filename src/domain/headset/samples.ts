import type { DeclaredCollection, DeclaredItem } from './declared.ts';

/** What headsets declare, for tests. Items are in the order of their bits, and children stand in their parent too, as Chromium tells them. */
const telephony = (usage: number) => 0x0b_0000 + usage;
const led = (usage: number) => 0x08_0000 + usage;
const bits = (usages: number[], isAbsolute: boolean): DeclaredItem => ({
  usages,
  isAbsolute,
  reportSize: 1,
  reportCount: usages.length,
  logicalMinimum: 0,
});
const padding = (count: number): DeclaredItem => ({ usages: [], isAbsolute: true, reportSize: 1, reportCount: count });
/** The digits of a telephone: an array that says which one is down. */
const keyPad: DeclaredItem = {
  isArray: true,
  isAbsolute: true,
  isRange: true,
  usageMinimum: telephony(0xb0),
  usageMaximum: telephony(0xbb),
  reportSize: 4,
  reportCount: 1,
  logicalMinimum: 0,
};

/**
 * As in Jabra's and Gigaset's tables: report 2, two bytes each way. In: hook switch, line busy tone, line · phone mute, flash, redial, speed
 * dial · the maker's button for declining (Button page, 7) · key pad. Out: off-hook, mute, ring, hold, microphone, on line, ringer.
 */
export const jabraLike: DeclaredCollection[] = [
  {
    usagePage: 0x0c,
    children: [],
    inputReports: [{ reportId: 1, items: [bits([0x0c_00e9, 0x0c_00ea], true), padding(6)] }],
  },
  {
    usagePage: 0x0b,
    inputReports: [
      {
        reportId: 2,
        items: [
          bits([telephony(0x20), telephony(0x97), telephony(0x2a)], true),
          bits([telephony(0x2f), telephony(0x21), telephony(0x24), telephony(0x50)], false),
          bits([0x09_0007], true),
          keyPad,
          padding(4),
        ],
      },
    ],
    outputReports: [
      {
        reportId: 2,
        items: [bits([led(0x17), led(0x09), led(0x18), led(0x20), led(0x21), led(0x2a), led(0x3f)], true), padding(9)],
      },
    ],
    children: [{ usagePage: 0x0b, children: [], inputReports: [{ reportId: 2, items: [keyPad] }] }],
  },
];

/** Without states: its hook switch and its mute button are pushes. Each light has a report of its own. Drop is there. */
export const pushesOnly: DeclaredCollection[] = [
  {
    usagePage: 0x0b,
    children: [],
    inputReports: [
      { reportId: 8, items: [bits([telephony(0x20), telephony(0x2f), telephony(0x26)], false), padding(5)] },
      { reportId: 9, items: [padding(8)] },
    ],
    outputReports: [
      { reportId: 24, items: [bits([led(0x17)], true), padding(7)] },
      { reportId: 30, items: [bits([led(0x09)], true), padding(15)] },
    ],
  },
];

/** Its buttons are an array of a range, its mute button is a switch, and the collection of the headset lies in one of its maker. */
export const arrayOfRange: DeclaredCollection[] = [
  {
    usagePage: 0xff00,
    children: [
      {
        usagePage: 0x0b,
        children: [],
        inputReports: [
          {
            reportId: 5,
            items: [
              {
                isArray: true,
                isAbsolute: true,
                isRange: true,
                usageMinimum: telephony(0x20),
                usageMaximum: telephony(0x2f),
                reportSize: 8,
                reportCount: 2,
                logicalMinimum: 1,
              },
            ],
          },
        ],
      },
    ],
  },
];

/** No headset: a keyboard with its lights. */
export const keyboard: DeclaredCollection[] = [
  {
    usagePage: 0x01,
    children: [],
    inputReports: [{ reportId: 0, items: [bits([0x07_0004, 0x07_0005], true)] }],
    outputReports: [{ reportId: 0, items: [bits([led(0x01), led(0x02), led(0x09)], true)] }],
  },
];
