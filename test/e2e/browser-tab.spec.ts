import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'browser', 'Electron has windows of its own and notifications of the system');

declare global {
  interface Window {
    /** What the page gave to the browser to show; {@link Notification} itself stays what it is. */
    shownNotices?: { title: string; body: string; state: 'asked' | 'shown' | 'closed' }[];
  }
}

test('a desk in the tab of a browser', async ({ seat, customerCalls, world }) => {
  const { page } = await seat('Sari');
  const { ringing } = parts({ page });

  await test.step('the browser shows who calls while it rings', async () => {
    await page.evaluate(() => {
      const notices: NonNullable<Window['shownNotices']> = [];
      window.shownNotices = notices;
      window.Notification = new Proxy(Notification, {
        construct(target, [title, options]) {
          const notice = new target(title, options);
          const noted: (typeof notices)[number] = { title: notice.title, body: notice.body, state: 'asked' };
          notices.push(noted);
          notice.addEventListener('show', () => {
            noted.state = 'shown';
          });
          notice.addEventListener('close', () => {
            noted.state = 'closed';
          });
          return notice;
        },
      });
    });
    const notices = () => page.evaluate(() => window.shownNotices);
    const call = await customerCalls('Dewi Anggraini');
    await expect(page).toHaveTitle('Dewi Anggraini is calling');
    await expect
      .poll(notices)
      .toEqual([{ title: 'Dewi Anggraini', body: expect.stringContaining('+62 815 5501 0100'), state: 'shown' }]);
    await call.hangUp();
    await expect(ringing).toBeHidden();
    await expect(page).toHaveTitle('Ringdesk');
    await expect.poll(async () => (await notices())?.map(({ state }) => state)).toEqual(['closed']);
  });

  await test.step('of two tabs one is the desk; the other takes over when it is asked to, or when the first goes', async () => {
    const other = await page.context().newPage();
    await other.goto(world.relay.url);
    await expect(other.getByRole('heading', { name: 'Ringdesk is open in another tab.' })).toBeVisible();

    const call = await customerCalls('Rafi Pratama');
    await expect(ringing).toBeVisible();
    await expect(parts({ page: other }).ringing).toBeHidden();

    await other.getByRole('button', { name: 'Use this tab' }).click();
    await expect(parts({ page: other }).ringing).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Ringdesk is open in another tab.' })).toBeVisible();
    await parts({ page: other }).answer.click();
    await expect(parts({ page: other }).duration).toBeVisible();
    await expect(page.getByText('You are on a call there. You can change tabs as soon as it ends.')).toBeAttached();
    await parts({ page: other }).end.click();
    await call.waitFor('ended');
    await expect(parts({ page: other }).duration).toBeHidden();

    await other.close();
    await expect(page.getByText('The next call will ring here.').or(parts({ page }).row('Rafi Pratama'))).toBeVisible();
    await world.sandbox.placeCall({ customerId: (await call.state()).customerId });
    await expect(ringing).toBeVisible();
  });
});
