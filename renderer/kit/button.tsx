import Lock from 'lucide-react/icons/lock';
import { type ReactNode, useId } from 'react';
import styles from './button.module.css';

/** `accent` is the one next step of a screen; `end` ends a call; `on` is a switch that is set (ink). */
export type ButtonKind = 'plain' | 'quiet' | 'accent' | 'end' | 'decline' | 'on';

export type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  kind?: ButtonKind;
  /** `main`: the main control of a place · `call`: Answer and Decline · `tile`: in a call, icon over word. */
  size?: 'normal' | 'main' | 'call' | 'tile';
  icon?: ReactNode;
  submit?: boolean;
  pressed?: boolean;
  /** Not possible now, and why and until when. The button keeps its focus; the reason is its description. */
  why?: string | null;
  /** The reason stands elsewhere on the screen already: its element's id. */
  whyId?: string;
  /** The key that does the same in this window, by its name. */
  shortcut?: string | undefined;
  /** The tooltip. */
  hint?: string;
};

export function Button({
  children,
  onPress,
  kind = 'plain',
  size = 'normal',
  icon,
  submit = false,
  pressed,
  why,
  whyId,
  shortcut,
  hint,
}: ButtonProps) {
  const ownId = useId();
  const blocked = why != null || whyId !== undefined;
  const button = (
    <button
      type={submit ? 'submit' : 'button'}
      className={styles.button}
      data-kind={kind}
      data-size={size}
      aria-disabled={blocked || undefined}
      aria-describedby={blocked ? (whyId ?? ownId) : undefined}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      title={hint}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onPress?.();
      }}
    >
      {blocked ? <Lock size={size === 'tile' ? 20 : 16} /> : icon}
      <span className={styles.word}>{children}</span>
    </button>
  );
  if (why == null) return button;
  return (
    <span className={styles.withWhy} data-size={size}>
      {button}
      <span id={ownId} className={styles.why}>
        {why}
      </span>
    </span>
  );
}

export type IconButtonProps = {
  label: string;
  icon: ReactNode;
  onPress: () => void;
  kind?: ButtonKind;
  /** `iconCall`: as high as Answer and End call. */
  size?: 'icon' | 'iconCall';
  /** Not possible now; the reason stands elsewhere on the screen: its element's id. */
  whyId?: string | undefined;
};

export function IconButton({ label, icon, onPress, kind = 'quiet', size = 'icon', whyId }: IconButtonProps) {
  const blocked = whyId !== undefined;
  return (
    <button
      type="button"
      className={styles.button}
      data-kind={kind}
      data-size={size}
      aria-disabled={blocked || undefined}
      aria-describedby={whyId}
      aria-label={label}
      title={label}
      onClick={() => {
        if (!blocked) onPress();
      }}
    >
      {blocked ? <Lock size={16} /> : icon}
    </button>
  );
}
