import type { CSSProperties } from 'react';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { Name } from '../../kit/name.tsx';
import { customerName } from '../words/customer.ts';
import { isFailure, outcomeDetail, outcomeWords } from '../words/outcome.ts';
import { soundOfCall } from '../words/quality.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './call-lines.module.css';
import { OutcomeIcon } from './outcome-icon.tsx';

export type CallRowProps = {
  id: string;
  call: CallRecord;
  now: number;
  /** From 1. */
  position: number;
  count: number;
  active: boolean;
  opened: boolean;
  place: CSSProperties;
  onOpen: () => void;
};

export function CallRow({ id, call, now, position, count, active, opened, place, onOpen }: CallRowProps) {
  const detail = outcomeDetail(call);
  const sound = soundOfCall(call);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      className={styles.row}
      role="option"
      aria-selected={opened}
      aria-setsize={count}
      aria-posinset={position}
      data-active={active || undefined}
      data-failure={isFailure(call) || undefined}
      style={place}
      onClick={onOpen}
    >
      <OutcomeIcon call={call} />
      <div className={styles.names}>
        <div className={styles.name}>
          <Name>{customerName(call.customer)}</Name>
        </div>
        <div className={styles.second} title={call.sentence ?? undefined}>
          <span className={styles.outcome}>{outcomeWords[call.outcome]}</span>
          {detail === null ? null : <> · {detail}</>}
          {sound?.poor ? <> · {sound.words}</> : null}
        </div>
      </div>
      <time className={styles.when} title={exactWhen(call.calledAt)}>
        {shortWhen(call.calledAt, now)}
      </time>
    </div>
  );
}
