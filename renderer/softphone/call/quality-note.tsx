import AudioLines from 'lucide-react/icons/audio-lines';
import MicOff from 'lucide-react/icons/mic-off';
import { useRef } from 'react';
import type { QualityView } from '../../../src/contract/window/view.ts';
import { Announce } from '../../kit/announce.tsx';
import { Note } from '../../kit/note.tsx';
import { troubleWords } from '../words/quality.ts';

/** What is wrong with the sound, in words; nothing while it is good. A screen reader hears that it is good again. */
export function QualityNote({ verdict }: { verdict: QualityView['verdict'] }) {
  const wasTroubled = useRef(false);
  if (verdict !== 'good') wasTroubled.current = true;
  const isOurs = verdict === 'microphoneSilent' || verdict === 'minePoor';
  return (
    <>
      {verdict === 'good' ? null : (
        <Note
          tone={isOurs ? 'failure' : 'plain'}
          shape="strip"
          icon={verdict === 'microphoneSilent' ? <MicOff size={16} /> : <AudioLines size={16} />}
          key={verdict}
        >
          {troubleWords[verdict]}
        </Note>
      )}
      <Announce>{verdict === 'good' && wasTroubled.current ? 'The sound is good again.' : ''}</Announce>
    </>
  );
}
