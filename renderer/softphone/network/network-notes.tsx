import CircleGauge from 'lucide-react/icons/circle-gauge';
import Clock from 'lucide-react/icons/clock';
import { useState } from 'react';
import { useDesk } from '../../host/desk-store.ts';
import { networkOf } from '../../host/selectors.ts';
import { Note } from '../../kit/note.tsx';
import styles from '../notes/notes.module.css';
import { ProxyNote } from './proxy-note.tsx';
import { clockWords, slowWords } from './words.ts';

/** What the network or the clock of this computer does to the desk. What has been read can be closed; a proxy wants an answer. */
export function NetworkNotes() {
  const { slow, clockAheadMs, proxyAsks } = useDesk(networkOf);
  const [read, setRead] = useState({ slow: false, clock: false });
  return (
    <>
      {proxyAsks === null ? null : <ProxyNote asks={proxyAsks} />}
      {slow && !read.slow ? (
        <div className={styles.place}>
          <Note icon={<CircleGauge size={16} />} onClose={() => setRead({ ...read, slow: true })}>
            {slowWords}
          </Note>
        </div>
      ) : null}
      {clockAheadMs !== null && !read.clock ? (
        <div className={styles.place}>
          <Note icon={<Clock size={16} />} onClose={() => setRead({ ...read, clock: true })}>
            {clockWords(clockAheadMs)}
          </Note>
        </div>
      ) : null}
    </>
  );
}
