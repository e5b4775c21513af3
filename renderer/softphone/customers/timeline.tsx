import Clock from 'lucide-react/icons/clock';
import MessageCircle from 'lucide-react/icons/message-circle';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question';
import PhoneIncoming from 'lucide-react/icons/phone-incoming';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Reply from 'lucide-react/icons/reply';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import { memo, type ReactNode } from 'react';
import type { CustomerEvent, CustomerPage } from '../../../src/contract/api/customers.ts';
import { Announce } from '../../kit/announce.tsx';
import { OutcomeIcon } from '../calls/outcome-icon.tsx';
import { isFailure, outcomeDetail, outcomeWords } from '../words/outcome.ts';
import { eventWords } from '../words/permission.ts';
import { failureWords, messageWords, talkDetail, talkWords } from '../words/talk.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './timeline.module.css';

type TimelineProps = {
  page: Pick<CustomerPage, 'timeline' | 'channels' | 'older'>;
  now: number;
};

/** All that was between the company and a customer, newest first; where the company has several numbers, with the number. */
export const Timeline = memo(function Timeline({ page: { timeline: events, channels, older }, now }: TimelineProps) {
  const names = new Map(channels.length < 2 ? [] : channels.map(({ channel }) => [channel.id, channel.name]));
  return (
    <section className={styles.timeline} aria-label="Timeline">
      <h3>Timeline</h3>
      <Announce>{failureWords(events)}</Announce>
      {events.length === 0 ? <p className={styles.none}>Nothing yet.</p> : null}
      <ol>
        {events.map((event) => (
          <li key={event.key} className={styles.event} data-failure={isTrouble(event) || undefined}>
            <EventIcon event={event} />
            <EventLine event={event} channelName={names.get(event.channelId) ?? null} now={now} />
            <time title={exactWhen(event.at)}>{shortWhen(event.at, now)}</time>
          </li>
        ))}
      </ol>
      {older ? <p className={styles.none}>What was before is not shown here.</p> : null}
    </section>
  );
});

type EventLineProps = { event: CustomerEvent; channelName: string | null; now: number };

function EventLine({ event, channelName, now }: EventLineProps) {
  if (event.kind === 'wrote' || event.kind === 'texted' || event.kind === 'invited') {
    return (
      <Line first={talkWords(event)} details={[talkDetail(event, now), channelName]}>
        {event.text}
      </Line>
    );
  }
  if (event.kind !== 'called') {
    const detail = event.kind === 'asked' ? (event.sentence ?? messageWords(event, now)) : null;
    const text = event.kind === 'asked' ? event.text : null;
    return (
      <Line first={eventWords(event)} details={[detail, channelName]}>
        {text}
      </Line>
    );
  }
  const { record } = event;
  const who = record.direction === 'inbound' ? 'Called us' : 'We called';
  const invited = event.invitedBy === null ? null : `invited by ${event.invitedBy}`;
  const reason = event.reason === null ? null : `called all the same: ${event.reason}`;
  const details = [outcomeWords[record.outcome], outcomeDetail(record), record.agentName, invited, reason, channelName];
  return (
    <Line first={who} details={details}>
      {record.note?.text ?? null}
    </Line>
  );
}

type LineProps = { first: string; details: readonly (string | null)[]; children: ReactNode };

function Line({ first, details, children }: LineProps) {
  const detail = details.filter(Boolean).join(' · ');
  return (
    <div className={styles.line}>
      <b>{first}</b>
      {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
      {children === null || children === '' ? null : (
        <p className={styles.text} dir="auto">
          {children}
        </p>
      )}
    </div>
  );
}

function EventIcon({ event }: { event: CustomerEvent }) {
  switch (event.kind) {
    case 'called':
      return <OutcomeIcon call={event.record} />;
    case 'asked':
    case 'nudged':
      return <MessageCircleQuestion size={16} />;
    case 'replied':
      return event.answer.kind === 'declined' ? <ThumbsDown size={16} /> : <ThumbsUp size={16} />;
    case 'expired':
    case 'askExpired':
      return <Clock size={16} />;
    case 'wrote':
      return <MessageCircle size={16} />;
    case 'texted':
      return <Reply size={16} />;
    case 'invited':
      return <PhoneIncoming size={16} />;
    case 'corrected':
      return <RefreshCw size={16} />;
  }
}

function isTrouble(event: CustomerEvent): boolean {
  if (event.kind === 'called') return isFailure(event.record);
  return 'state' in event && event.state === 'failed';
}
