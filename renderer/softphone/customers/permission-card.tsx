import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import type { CustomerChannel } from '../../../src/contract/api/customers.ts';
import { leftWords, permissionOrigin, permissionWords, strikeWords, timeLeft } from '../words/permission.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './permission-card.module.css';

type PermissionCardProps = { about: CustomerChannel; label: string; now: number };

/** What is allowed now, until when, how that came to be, and what is left of WhatsApp's limits. */
export function PermissionCard({ about, label, now }: PermissionCardProps) {
  const { standing, window } = about;
  const { permission, openAsk } = standing;
  const allowed = permission.kind === 'temporary' || permission.kind === 'permanent';
  const origin = permissionOrigin(permission);
  return (
    <section className={styles.card} aria-label={label}>
      <p className={styles.now} data-allowed={allowed || undefined}>
        {allowed ? <Check size={16} /> : <X size={16} />}
        {permissionWords(permission, now)}
      </p>
      {origin === null ? null : <p className={styles.origin}>{origin}</p>}
      <dl className={styles.facts}>
        {permission.kind === 'temporary' ? (
          <Fact name="Time left">
            <span role="timer" title={exactWhen(permission.until)}>
              {timeLeft(permission.until - now)}
            </span>
          </Fact>
        ) : null}
        {openAsk === null ? null : (
          <Fact name="Asked">
            <time title={exactWhen(openAsk.askedAt)}>{shortWhen(openAsk.askedAt, now)}</time>, no answer yet
          </Fact>
        )}
        <Fact name="Requests">{leftWords(standing.asks, now)}</Fact>
        <Fact name="Calls today">{leftWords(standing.calls, now)}</Fact>
        <Fact name="Unanswered">{strikeWords(about)}</Fact>
        <Fact name="Free messages">
          {window.open
            ? `For ${timeLeft(window.until - now)} more`
            : 'Not now: the customer was not in touch for 24 hours'}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
