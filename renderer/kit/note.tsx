import CircleAlert from 'lucide-react/icons/circle-alert';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './note.module.css';

export type NoteProps = {
  children: ReactNode;
  tone?: 'plain' | 'failure' | 'inverse';
  icon?: ReactNode;
  /** The button that mends it. */
  action?: ReactNode;
  onClose?: () => void;
  /** `strip` runs from edge to edge inside a call; `box` stands alone. */
  shape?: 'box' | 'strip';
  /** A `timer` counts: it is not announced with every change. */
  role?: 'status' | 'timer';
};

/** A line in place, where another product would open a dialog. Announced when it appears, unless it is a timer. */
export function Note({ children, tone = 'plain', icon, action, onClose, shape = 'box', role = 'status' }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone} data-shape={shape} role={role}>
      {icon ?? (tone === 'failure' ? <CircleAlert size={16} /> : <Info size={16} />)}
      <span className={styles.words}>{children}</span>
      {action}
      {onClose === undefined ? null : <IconButton label="Close" icon={<X size={16} />} onPress={onClose} />}
    </div>
  );
}
