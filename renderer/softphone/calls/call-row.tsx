import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { ListRow, type ListRowProps } from '../../kit/list-row.tsx';
import { customerName } from '../words/customer.ts';
import { isFailure, outcomeDetail, outcomeWords } from '../words/outcome.ts';
import { soundOfCall } from '../words/quality.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './call-lines.module.css';
import { OutcomeIcon } from './outcome-icon.tsx';

type CallRowProps = Pick<ListRowProps, 'place' | 'position' | 'count'> & { call: CallRecord; now: number };

export function CallRow({ call, now, ...where }: CallRowProps) {
  const detail = outcomeDetail(call);
  const sound = soundOfCall(call);
  const failure = isFailure(call);
  return (
    <ListRow
      {...where}
      lead={<OutcomeIcon call={call} />}
      name={customerName(call.customer)}
      title={call.sentence ?? undefined}
      end={<time title={exactWhen(call.calledAt)}>{shortWhen(call.calledAt, now)}</time>}
      failure={failure}
    >
      <span className={failure ? styles.failed : undefined}>{outcomeWords[call.outcome]}</span>
      {detail === null ? null : <> · {detail}</>}
      {sound?.poor ? <> · {sound.words}</> : null}
    </ListRow>
  );
}
