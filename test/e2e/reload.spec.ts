import type { SandboxCall } from '../../src/sandbox/client.ts';
import { crashWindow, runInWindow } from '../support/desktop.ts';
import { listen, listenOnceHeard } from '../support/listen.ts';
import { assertElectron, type Softphone } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, gapMs, parts, test } from './fixtures.ts';

/** A page that is reloaded while it rings is back with the ring, which can be answered. */
async function reloadsAndAnswers(sari: Softphone, call: SandboxCall): Promise<void> {
  const { ringing, answer, duration } = parts(sari);
  await expect(ringing).toBeVisible();
  await sari.page.reload();
  await expect(ringing).toContainText('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
}

test.describe('Electron', () => {
  test.skip(({ host }) => host !== 'electron', 'in a browser the page is the voice');

  test('what reloads or crashes is back with the call that there is', { tag: '@sound' }, async ({
    seat,
    customerCalls,
  }) => {
    const sari = await seat('Sari');
    const { app } = sari;
    assertElectron(app);
    const { answer, duration, end, lastCall, microphone, ready, ringing, row } = parts(sari);

    await test.step('the window is reloaded in the middle of a call: neither side hears of it', async () => {
      const call = await customerCalls('Adi Nugroho');
      await answer.click();
      await expect(duration).toBeVisible();
      await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });

      await listenOnceHeard(sari.voice, 0.2);
      const listening = listen(sari.voice, 4);
      const loaded = sari.page.waitForEvent('load');
      await sari.app?.evaluate(({ BrowserWindow }) => {
        const windows = BrowserWindow.getAllWindows();
        windows.find((window) => window.webContents.getURL().endsWith('/softphone.html'))?.webContents.reload();
      });
      await loaded;
      await expect(duration).toHaveText(/00:0[1-9]/);
      await expect(sari.page.getByRole('region', { name: 'Call with Adi Nugroho' })).toBeVisible();
      await expect(microphone).toContainText('Fake Default Audio Input');

      const agent = await listening;
      const customer = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 4 });
      expect(agent.longestGapMs).toBeLessThanOrEqual(gapMs);
      expect(customer.heard.longestGapMs).toBeLessThanOrEqual(gapMs);

      await end.click();
      expect((await call.waitFor('ended')).endedBy).toBe('business');
    });

    const call = await customerCalls('Dewi Anggraini');
    await test.step('the window is reloaded while it rings', async () => {
      await reloadsAndAnswers(sari, call);
    });

    await test.step('audio that crashes in a call ends it on both sides, says why, and is there for the next one', async () => {
      await crashWindow(app, 'voice');
      expect((await call.waitFor('ended')).endedBy).toBe('business');
      await expect(lastCall).toContainText('The audio stopped and started again, so the call could not be saved.');
      await expect(duration).toBeHidden();
      await expect(row('Dewi Anggraini')).toContainText('Disconnected');
      await expect(ready).toBeVisible();

      const next = await customerCalls('Nour');
      await answer.click();
      await next.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
      await end.click();
      await next.waitFor('ended');
    });

    await test.step('the window crashes while it rings: it is back with the ring, which can be answered', async () => {
      const call = await customerCalls('Rafi Pratama');
      await expect(ringing).toBeVisible();

      await crashWindow(app, 'softphone');
      const ring = `document.querySelector('[role="alertdialog"]')`;
      await expect.poll(() => runInWindow(app, 'softphone', `${ring}.textContent`)).toContain('Rafi Pratama');
      const answer = `[...${ring}.querySelectorAll('button')].find(({ textContent }) => textContent === 'Answer')`;
      await runInWindow(app, 'softphone', `${answer}.click()`);
      await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
      const inCall = `document.querySelector('[aria-label="Call with Rafi Pratama"]').textContent`;
      await expect.poll(() => runInWindow(app, 'softphone', inCall)).toMatch(/00:0\d/);
    });
  });
});

test.describe('browser', () => {
  test.skip(({ host }) => host !== 'browser', 'in Electron the window is not the voice');

  test('a page that is reloaded or left', async ({ seat, customerCalls }) => {
    const sari = await seat('Sari');
    const { answer, duration, end, lastCall, notReady, ready, ringing, row } = parts(sari);

    await test.step('audio that hangs with it is mended by the button that reloads it', async () => {
      await sari.page.evaluate(() => {
        navigator.mediaDevices.enumerateDevices = () => new Promise(() => {});
        window.dispatchEvent(new Event('online'));
      });
      await expect(notReady).toContainText('Not ready: the audio does not answer');
      await expect(notReady).not.toContainText('starting it again');
      await notReady.getByRole('button', { name: 'Reload this page' }).click();
      await expect(ready).toBeVisible();
    });

    const call = await customerCalls('Dewi Anggraini');
    await test.step('while it rings it is back with the ring', async () => {
      await expect(ringing).toContainText('Dewi Anggraini');
      await reloadsAndAnswers(sari, call);
    });

    await test.step('who reloads it in a call has ended the call, and is told so', async () => {
      sari.page.once('dialog', (dialog) => void dialog.accept());
      await sari.page.reload();
      await expect(lastCall).toContainText(
        'Ringdesk was started again during the call, so the call could not be saved.',
      );
      expect((await call.waitFor('ended')).endedBy).toBe('business');
      await expect(duration).toBeHidden();
      await expect(row('Dewi Anggraini')).toContainText('Disconnected');
      await expect(sari.page.getByText('Ready', { exact: true })).toBeVisible();
    });

    await test.step('it asks before it is left during a call, and only then', async () => {
      const call = await customerCalls('Rafi Pratama');
      await answer.click();
      await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });

      const asked = sari.page.waitForEvent('dialog');
      await sari.page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await expect(duration).toBeVisible();
      const { heard } = await call.state();
      await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: heard.seconds + 1 });

      await end.click();
      await call.waitFor('ended');
      await expect(duration).toBeHidden();
      const closed = sari.page.waitForEvent('close');
      await sari.page.close({ runBeforeUnload: true });
      await closed;
    });
  });
});
