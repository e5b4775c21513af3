import UserRound from 'lucide-react/icons/user-round';
import styles from './avatar.module.css';

/** The first letters of the first two words; nothing for a number or a username, which show a person instead. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  // Letters that join (Arabic) are kept apart, or two initials would read as a word.
  return letters.join(/[\p{Script=Arabic}]/u.test(letters.join('')) ? ' ' : '').toLocaleUpperCase();
}

export function Avatar({ name, size = 32 }: { name: string; size?: 24 | 32 | 40 | 48 }) {
  const letters = initials(name);
  return (
    <span className={styles.avatar} data-size={size} aria-hidden="true">
      {letters === '' ? <UserRound size={size / 2} /> : <bdi>{letters}</bdi>}
    </span>
  );
}
