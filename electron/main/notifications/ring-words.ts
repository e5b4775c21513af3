import type { RingView } from '../../../src/contract/window/view.ts';

/** What a ringing call's notification says: who, and then from where and why here. */
export function ringWords(ring: RingView): { title: string; body: string } {
  const { customer, channel, reason } = ring;
  const name = customer.name ?? customer.username ?? customer.phone ?? 'A customer';
  const second = customer.phone !== null && customer.phone !== name ? customer.phone : `To ${channel.name}`;
  const why = reason.charAt(0).toUpperCase() + reason.slice(1);
  return { title: `${name} is calling`, body: [second, why].filter((line) => line !== '').join('\n') };
}
