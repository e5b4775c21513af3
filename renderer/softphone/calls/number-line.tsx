import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/desk-store.ts';
import { Announce } from '../../kit/announce.tsx';
import { IconButton } from '../../kit/button.tsx';
import { readableNumber } from '../words/number.ts';
import styles from './call-page.module.css';

/** A number to select or to copy; it reads left to right in any language. */
export function NumberLine({ phone }: { phone: string | null }) {
  const host = useHost();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (phone === null) return <p className={styles.country}>Number not shared</p>;
  return (
    <div className={styles.number}>
      <bdi dir="ltr">{readableNumber(phone)}</bdi>
      <IconButton
        label="Copy number"
        icon={copied ? <Check size={14} /> : <Copy size={14} />}
        onPress={() => void host.copy(phone).then(() => setCopied(true))}
      />
      <Announce>{copied ? 'Number copied.' : ''}</Announce>
    </div>
  );
}
