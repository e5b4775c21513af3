import type { About } from '../contract/window/about.ts';
import type { DeskView } from '../contract/window/view.ts';

/** How a desk stands, for whoever helps: no person, no phone number, no token, and of the relay only where it is. */
export function summarize(about: About, view: DeskView, at: number): string {
  const { connection, session, seat, devices } = view;
  const trouble = connection.status === 'offline' ? ` (${connection.problem.code})` : '';
  const lines = [
    ['Ringdesk', about.version],
    ...about.runtimes.map(({ name, version }) => [name, version]),
    ['System', about.system],
    ['Written', new Date(at).toISOString()],
    ['Desk', about.deskName],
    ['Relay', hostOf(view.relayUrl)],
    ['Connection', connection.status + trouble],
    ['Session', session.status === 'signedIn' ? `signed in, ${session.agent.role}` : session.status],
    ['Seat', seat?.status ?? 'none'],
    ['Availability', view.availability.kind],
    ['On a call', view.call === null ? 'no' : `yes, ${view.call.phase}`],
    ['Microphone', labelOf(devices.microphones, devices.microphone)],
    ['Speaker', labelOf(devices.speakers, devices.speaker)],
    ['Ringtone', `${labelOf(devices.speakers, devices.ringtone)}, ${Math.round(devices.ringtoneVolume * 100)} %`],
    ['Headset buttons', headsetIn(view.headset)],
    ['Last problem', view.problem?.code ?? 'none'],
  ];
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

function headsetIn({ found, problem }: DeskView['headset']): string {
  const trouble = problem === null ? '' : ` (${problem.code})`;
  return found.status === 'found' ? `${found.name}, ${found.can.join(', ')}${trouble}` : found.status;
}

/** An address may carry a name and a password. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'none';
}

function labelOf(devices: DeskView['devices']['speakers'], deviceId: string): string {
  return devices.find((device) => device.deviceId === deviceId)?.label || 'System default';
}
