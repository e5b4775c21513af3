import type { Log } from './log.ts';
import { forgetExpired, stillValid } from './people/sessions.ts';
import type { Seating } from './seats/seating.ts';
import type { Db } from './store/database.ts';
import { forgetDeliveries } from './store/deliveries.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a delivery of Meta's is kept as it came, ms; Meta itself retries for up to 7 days. */
const deliveriesFor = 30 * day;

/** What must be done now and then: connections whose sign-in was revoked or ran out, rows that nobody needs any more. @returns stops it */
export function housekeeping({
  db,
  seating,
  log,
  now,
}: {
  db: Db;
  seating: Seating;
  log: Log;
  now: () => number;
}): () => void {
  const checkSessions = async () => {
    const hashes = [...new Set(seating.sockets.map((socket) => socket.data.tokenHash))];
    const valid = await stillValid(db, hashes, now());
    for (const hash of hashes) if (!valid.has(hash)) seating.signOut(hash);
  };
  const forget = async () => {
    await forgetExpired(db, now());
    await forgetDeliveries(db, now() - deliveriesFor);
  };
  const every = (interval: number, work: () => Promise<void>) =>
    setInterval(() => {
      work().catch((error) => log.error({ err: error }, 'Housekeeping failed'));
    }, interval).unref();
  const timers = [every(minute / 2, checkSessions), every(60 * minute, forget)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
