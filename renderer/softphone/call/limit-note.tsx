import Timer from 'lucide-react/icons/timer';
import type { CallLimit } from '../../../src/contract/desk/socket.ts';
import { Announce } from '../../kit/announce.tsx';
import { Note } from '../../kit/note.tsx';
import { useNow } from '../../kit/use-now.ts';
import { limitWords } from '../words/limit.ts';

/** Counts down to the limit of a call. A screen reader hears once that the end is near, not every second. */
export function LimitNote({ limit }: { limit: CallLimit }) {
  const now = useNow(1000, limit.until);
  const words = limitWords(limit, now);
  return (
    <>
      {words === null ? null : (
        <Note role="timer" shape="strip" icon={<Timer size={16} />}>
          {words}
        </Note>
      )}
      <Announce>{words === null ? '' : 'This call will reach its limit soon.'}</Announce>
    </>
  );
}
