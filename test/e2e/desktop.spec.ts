import { decide, words } from '../support/availability.ts';
import { closeWindow, notifications, pickInTray, startAgain, tray, windowState } from '../support/desktop.ts';
import { assertElectron } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'electron', 'a browser has no desktop around it');
test.skip(process.env.ELECTRON_E2E === 'real', 'the desktop is seen and touched through the stand-in');

test('the desktop around a call', async ({ seat, world, customerCalls, profile }) => {
  test.setTimeout(120_000);
  const { page, app, voice } = await seat('Sari', { profile });
  assertElectron(app);
  const { answer, duration, end, goTo, ready, ringing, unmute } = parts({ page });
  const { availability, line } = words(page);

  await test.step('the tray shows how the desk stands, and a call is taken, muted and ended from it', async () => {
    await expect
      .poll(() => tray(app))
      .toMatchObject({
        picture: expect.stringMatching(/^ready/),
        toolTip: 'Ringdesk: Ready',
        menu: ['Ready', 'Availability', 'Open Ringdesk', 'Quit'],
      });

    const call = await customerCalls('Dewi Anggraini');
    await expect
      .poll(() => tray(app))
      .toMatchObject({
        picture: expect.stringMatching(/^ringing/),
        toolTip: 'Ringdesk: Dewi Anggraini is calling',
        menu: ['Dewi Anggraini is calling', 'Answer', 'Decline', 'Availability', 'Open Ringdesk', 'Quit'],
      });
    await pickInTray(app, 'Answer');
    await expect(duration).toBeVisible();
    expect((await notifications(app)).map((one) => one.shown)).toEqual([false]);
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await expect
      .poll(() => tray(app))
      .toMatchObject({
        picture: expect.stringMatching(/^onCall/),
        toolTip: 'Ringdesk: On call: Dewi Anggraini',
        menu: ['On call: Dewi Anggraini', 'Mute', 'End call', 'Availability', 'Open Ringdesk', 'Quit'],
      });

    await pickInTray(app, 'Mute');
    await expect(unmute).toBeVisible();
    await expect
      .poll(() => tray(app))
      .toMatchObject({
        picture: expect.stringMatching(/^muted/),
        toolTip: 'Ringdesk: Muted: Dewi Anggraini',
      });
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(300);

    await pickInTray(app, 'End call');
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect.poll(() => tray(app)).toMatchObject({ toolTip: 'Ringdesk: Ready' });
  });

  await test.step('a second start brings it to the front and goes away', async () => {
    const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const windows = await count();
    await closeWindow(app);
    await expect.poll(() => windowState(app)).toMatchObject({ visible: false });

    expect(await startAgain(profile)).toBe(0);
    await expect.poll(() => windowState(app)).toEqual({ open: true, visible: true, focused: true });
    expect(await count()).toBe(windows);
  });

  await test.step('a customer calls: the desktop says who, and a click brings it forward', async () => {
    await closeWindow(app);
    await expect.poll(() => windowState(app)).toEqual({ open: true, visible: false, focused: false });

    const call = await customerCalls('Dewi Anggraini');
    const [, shown] = await expect
      .poll(() => notifications(app))
      .toHaveLength(2)
      .then(() => notifications(app));
    expect(shown).toMatchObject({ title: 'Dewi Anggraini is calling', shown: true });
    expect(shown?.body).toMatch(/^\+6281555010200/);
    await expect.poll(() => voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtone)).toBe(true);
    expect((await windowState(app)).visible).toBe(false);

    await app.evaluate(({ standIn }) => standIn.notifications[1]?.emit('click', {}));
    await expect.poll(() => windowState(app)).toEqual({ open: true, visible: true, focused: true });
    await expect(ringing).toBeVisible();
    expect((await notifications(app))[1]?.shown).toBe(true);

    await call.hangUp();
    await expect(ringing).toBeHidden();
    await expect.poll(async () => (await notifications(app)).map((one) => one.shown)).toEqual([false, false]);

    // Answered on the notice itself, the call is on without a window.
    await closeWindow(app);
    const again = await customerCalls('Rafi Pratama');
    await expect.poll(async () => (await notifications(app)).length).toBe(3);
    await app.evaluate(({ standIn }) => standIn.notifications[2]?.emit('action', { actionIndex: 0 }));
    await again.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    expect((await windowState(app)).visible).toBe(false);
    await pickInTray(app, 'End call');
    await again.waitFor('ended');
  });
  await test.step('the tray says which availability holds and until when, and offers all of it', async () => {
    await pickInTray(app, 'Open Ringdesk');
    // Looked at, a missed call is not counted any more.
    await goTo('Missed');
    const says = (toolTip: RegExp) => expect.poll(async () => (await tray(app)).toolTip).toMatch(toolTip);
    await pickInTray(app, 'Availability', 'Away for', 'Lunch');
    await expect(line(/^AwayLunch/)).toBeVisible();
    await says(/Away: Lunch$/);
    await pickInTray(app, 'Availability', 'Do not disturb', 'For 1 hour');
    await expect(availability).toContainText('Do not disturb');
    await says(/Do not disturb until \d/);
    await pickInTray(app, 'Availability', 'Available');
    await expect(ready).toBeVisible();
    await says(/Ready$/);

    await decide(world, page, '--after-call-seconds', '600');
    await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    await end.click();
    await says(/After-call time until \d/);
    await pickInTray(app, 'End after-call time');
    await expect(ready).toBeVisible();
    await says(/Ready$/);
  });

  await test.step('quitting during a call asks first; staying keeps the call', async () => {
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });

    const asked = () => app.evaluate(({ standIn }) => standIn.dialog.calls.length);
    await pickInTray(app, 'Quit');
    await expect.poll(asked).toBe(1);
    await expect(duration).toBeVisible();
    const { heard } = await call.state();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: heard.seconds + 0.5 });

    const gone = app.waitForEvent('close');
    await app.evaluate(({ standIn }) => standIn.dialog.answerNext({ response: 1 }));
    await pickInTray(app, 'Quit');
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await gone;
  });
});
