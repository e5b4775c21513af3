import { expect, parts, test } from './fixtures.ts';

test('a second desk takes the seat over, rings follow it, and nobody takes it away during a call', async ({
  seat,
  customerCalls,
  world,
}) => {
  const first = await seat('Sari');
  const second = await seat('Sari', { email: 'sari@example.com' });
  const atFirst = parts(first);
  const atSecond = parts(second);
  await expect(first.page.getByText('The next call will ring here.')).toBeVisible();
  await expect(atFirst.takeOver).toBeHidden();
  await expect(second.page.getByText(/^You are at .+ since \d?\d:\d\d(\s[AP]M)?$/)).toBeVisible();

  await atSecond.takeOver.click();
  await expect(second.page.getByText('The next call will ring here.')).toBeVisible();
  await expect(atSecond.takeOver).toBeHidden();
  await expect(first.page.getByText(/^You moved to .+ at \d?\d:\d\d(\s[AP]M)?$/)).toBeVisible();
  await expect(atFirst.takeOver).toBeVisible();

  const call = await customerCalls('Dewi Anggraini');
  await expect(atSecond.ringing).toBeVisible();
  await expect(atFirst.ringing).toBeHidden();
  await atSecond.answer.click();
  await expect(atSecond.duration).toBeVisible();

  // It learns of the call without asking.
  await expect(atFirst.takeOver).toHaveAttribute('aria-disabled', 'true');
  await expect(first.page.getByText(/You can take over as soon as it ends\./)).toBeVisible();
  await expect(atSecond.duration).toBeVisible();
  expect((await call.state()).phase).toBe('active');

  await atSecond.end.click();
  await call.waitFor('ended');
  await expect(atSecond.duration).toBeHidden();
  await atFirst.takeOver.click();
  await expect(first.page.getByText(/^You moved to/)).toBeHidden();
  await expect(atSecond.takeOver).toBeVisible();

  const next = await world.sandbox.placeCall({ customerId: (await call.state()).customerId });
  await expect(atFirst.ringing).toBeVisible();
  await expect(atSecond.ringing).toBeHidden();

  // While it rings here, it moves along to the desk that takes the seat.
  await atSecond.takeOver.click();
  await expect(atSecond.ringing).toBeVisible();
  await expect(atFirst.ringing).toBeHidden();
  await next.hangUp();
  await expect(atSecond.ringing).toBeHidden();
});
