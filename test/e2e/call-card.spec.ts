import {
  cardState,
  crashWindow,
  notifications,
  runInWindow,
  tray,
  windowState,
  workElsewhere,
} from '../support/desktop.ts';
import { findViolations } from '../support/look.ts';
import { assertElectron, type Softphone, windowAt } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'electron', 'a browser has no card');
test.skip(process.env.ELECTRON_E2E === 'real', 'the desktop is seen and touched through the stand-in');

/** The desktop of an agent who works in another program. */
async function elsewhere({ app, page }: Softphone) {
  assertElectron(app);
  const card = await windowAt(app, 'card');
  await workElsewhere(app);
  await expect.poll(() => windowState(app)).toMatchObject({ visible: true, focused: false });
  return { app, card, onCard: parts({ page: card }), inWindow: parts({ page }) };
}

test('the card comes up where the person works', async ({ seat, customerCalls, world }) => {
  test.setTimeout(120_000);
  const softphone = await seat('Sari');
  const { app, card, onCard, inWindow } = await elsewhere(softphone);

  await test.step('it takes no focus, and carries the call to its end', async () => {
    await app.evaluate(({ standIn }) => {
      standIn.setDisplays([
        { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
        {
          id: 2,
          bounds: { x: 1920, y: 0, width: 1280, height: 1024 },
          workArea: { x: 1920, y: 0, width: 1280, height: 984 },
        },
      ]);
      standIn.setCursor({ x: 2400, y: 300 });
    });

    const call = await customerCalls('Dewi Anggraini');
    await expect(onCard.ringing).toContainText('Dewi Anggraini');
    await expect(onCard.ringing).toContainText('+62 815 5501 0100 · Indonesia');
    await expect(onCard.ringing).toContainText('No earlier call');
    const up = { visible: true, focused: false, onTop: true };
    expect(await cardState(app)).toEqual({ ...up, bounds: { x: 2820, y: 816, width: 360, height: 148 } });
    expect((await windowState(app)).focused).toBe(false);

    await app.evaluate(({ standIn }) => {
      standIn.setDisplays([{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }]);
    });
    expect((await cardState(app)).bounds).toEqual({ x: 1540, y: 912, width: 360, height: 148 });

    expect(await findViolations(card)).toEqual([]);

    await onCard.answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await expect(onCard.duration).toBeVisible();
    expect(await cardState(app)).toEqual({ ...up, bounds: { x: 1540, y: 1004, width: 360, height: 56 } });
    await expect.poll(async () => Number(await onCard.meter.getAttribute('aria-valuenow'))).toBeGreaterThan(20);

    expect(await findViolations(card)).toEqual([]);
    await onCard.mute.click();
    await expect(onCard.unmute).toBeVisible();
    await expect(inWindow.unmute).toBeVisible();
    await expect.poll(() => tray(app)).toMatchObject({ toolTip: 'Ringdesk: Muted: Dewi Anggraini' });
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(300);

    await card.getByRole('button', { name: 'Open Ringdesk' }).click();
    await expect.poll(() => windowState(app)).toMatchObject({ visible: true, focused: true });
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
    await workElsewhere(app);
    await expect.poll(() => cardState(app)).toMatchObject(up);

    await onCard.end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(onCard.lastCall).toContainText(/Ended after \d+:\d\d\./);
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
  });

  await test.step('declined, it leaves; the next one from them says when they last called', async () => {
    const call = await customerCalls('Dewi Anggraini');
    await onCard.decline.click();
    await expect(onCard.ringing).toBeHidden();
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
    await expect(onCard.lastCall).toBeHidden();

    await call.waitFor('ended');
    const again = await world.sandbox.placeCall({ customerId: (await call.state()).customerId });
    await expect(onCard.ringing).toContainText(/Declined today \d+:\d\d/);
    const rings = () => softphone.voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtone);
    await expect.poll(rings).toBe(true);
    await again.hangUp();
    await expect.poll(rings).toBe(false);
    await expect(onCard.lastCall).toContainText('The caller gave up.');
    await expect.poll(async () => (await notifications(app)).map((one) => one.shown)).toEqual([false, false, false]);
    expect((await cardState(app)).visible).toBe(true);
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
  });

  await test.step('who was typing when it rings does not answer by it', async () => {
    await card.evaluate(() => {
      new MutationObserver((_changes, observer) => {
        const answer = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Answer');
        if (answer === undefined) return;
        observer.disconnect();
        answer.focus();
        const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
        document.body.dataset.keyTaken = String(!answer.dispatchEvent(key));
      }).observe(document.body, { childList: true, subtree: true });
    });
    const call = await customerCalls('Rafi Pratama');
    await expect(onCard.ringing).toBeVisible();
    await expect(card.locator('body')).toHaveAttribute('data-key-taken', 'true');
    await expect(onCard.answer).toHaveText('Answer');
    await call.hangUp();
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
  });

  await test.step('it reloads or crashes while it rings, and is back with the ring', async () => {
    const call = await customerCalls('Nour');
    await expect(onCard.ringing).toBeVisible();
    await card.reload();
    await expect(onCard.ringing).toContainText('Nour');

    const shown = () => runInWindow(app, 'card', 'document.body.textContent');
    await crashWindow(app, 'card');
    await expect.poll(shown).toContain('Nour');
    expect((await cardState(app)).visible).toBe(true);
    await call.hangUp();
    await expect.poll(shown).toContain('The caller gave up.');
  });
});
