import type { DeskView } from '../../src/contract/window/view.ts';

export const connectionOf = (view: DeskView) => view.connection;
export const sessionOf = (view: DeskView) => view.session;
export const seatOf = (view: DeskView) => view.seat;
export const availabilityOf = (view: DeskView) => view.availability;
export const awayReasonsOf = (view: DeskView) => view.awayReasons;
export const ringOf = (view: DeskView) => view.ring;
export const ringIdOf = (view: DeskView) => view.ring?.ringId ?? null;
export const ringCallIdOf = (view: DeskView) => view.ring?.callId ?? null;
export const callOf = (view: DeskView) => view.call;
export const callIdOf = (view: DeskView) => view.call?.callId ?? null;
export const notesOf = (view: DeskView) => view.notes;
export const overOf = (view: DeskView) => view.over;
export const devicesOf = (view: DeskView) => view.devices;
export const networkOf = (view: DeskView) => view.network;
export const deskTestOf = (view: DeskView) => view.deskTest;
export const headsetOf = (view: DeskView) => view.headset;
export const problemOf = (view: DeskView) => view.problem;
export const relayUrlOf = (view: DeskView) => view.relayUrl;
export const answeredOf = (view: DeskView) => view.answered;
export const refusedDialOf = (view: DeskView) => view.refusedDial;
export const templateRevisionOf = (view: DeskView) => view.templateRevision;
export const customerRevisionOf = (view: DeskView) => view.customerRevision;
export const customersRevisionOf = (view: DeskView) => view.customersRevision;
export const waitingCustomersOf = (view: DeskView) => view.waitingCustomers;
export const historyRevisionOf = (view: DeskView) => view.historyRevision;

/** The agent of the session, or null while nobody is signed in. */
export const agentOf = (view: DeskView) => (view.session.status === 'signedIn' ? view.session.agent : null);
