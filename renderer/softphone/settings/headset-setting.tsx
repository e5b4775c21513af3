import { useDesk } from '../../host/desk-store.ts';
import { headsetOf } from '../../host/selectors.ts';
import { Note } from '../../kit/note.tsx';
import { Row } from '../../kit/row.tsx';
import { ConnectHeadset } from '../headset/connect-headset.tsx';
import { headsetWords } from '../headset/words.ts';

/** Which headset's buttons answer, mute and end, and why they do not where they do not. */
export function HeadsetSetting() {
  const { found, problem } = useDesk(headsetOf);
  return (
    <Row name="Headset buttons">
      <section aria-label="Headset buttons">
        <p>{headsetWords(found)}</p>
        {problem === null ? null : <Note tone="failure">{problem.sentence}</Note>}
        <ConnectHeadset />
      </section>
    </Row>
  );
}
