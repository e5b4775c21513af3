/** The test of a desk, step after step. */
export const steps = ['microphone', 'speaker', 'ringtone', 'headset', 'notification', 'relay', 'audioPath'] as const;
export type Step = (typeof steps)[number];

export const stepNames: Record<Step, string> = {
  microphone: 'Microphone',
  speaker: 'Speaker',
  ringtone: 'Ringtone',
  headset: 'Headset buttons',
  notification: 'Notification',
  relay: 'Connection',
  audioPath: 'Way of the sound',
};

/** `detail`: the device, or what the network does. Never who was called, never a password. `unknown`: nothing could be found out. */
export type StepResult = { verdict: 'works' | 'fails' | 'skipped' | 'unknown'; detail: string };

/** What the controls of a step are given. */
export type StepProps = { onSettle: (result: StepResult) => void };

export type DeskTest = { at: Step | 'done'; results: Partial<Record<Step, StepResult>> };

export const firstStep: DeskTest = { at: 'microphone', results: {} };

/** A step is settled and the next one comes; an answer to a step that is past changes nothing. */
export function settle(test: DeskTest, step: Step, result: StepResult): DeskTest {
  if (test.at !== step) return test;
  return { at: steps[steps.indexOf(step) + 1] ?? 'done', results: { ...test.results, [step]: result } };
}

export const allWork = ({ results }: DeskTest): boolean =>
  steps.every((step) => results[step] !== undefined && results[step].verdict !== 'fails');

const verdictWords = { works: 'works', fails: 'fails', skipped: 'skipped', unknown: 'not known' } as const;

/** The result as text, for whoever helps. */
export function inWords({ results }: DeskTest): string {
  const lines = steps.map((step) => {
    const result = results[step];
    if (result === undefined) return `${stepNames[step]}: not tested`;
    return `${stepNames[step]}: ${verdictWords[result.verdict]}${result.detail === '' ? '' : ` (${result.detail})`}`;
  });
  return `Test of a Ringdesk desk\n${lines.join('\n')}\n`;
}
