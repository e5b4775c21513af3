import UserRound from 'lucide-react/icons/user-round';
import styles from './avatar.module.css';

/** Half of all Arabic family names begin with the same article. */
const withoutArticle = (word: string) => word.replace(/^ال(?=.)/u, '');

/** The first letters of the first two words; nothing for a number or a username, which show a person instead. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...withoutArticle(word)][0] ?? '');
  // Letters that join (Arabic) are kept apart, or two initials would read as a word.
  return letters.join(/[\p{Script=Arabic}]/u.test(letters.join('')) ? ' ' : '').toLocaleUpperCase();
}

export function Avatar({ name, size = 32 }: { name: string; size?: 24 | 32 | 40 | 48 }) {
  const letters = initials(name);
  return (
    // The letters are drawn, not written: nobody should hear, find or copy them.
    <span className={styles.avatar} data-size={size} data-letters={letters} aria-hidden="true">
      {letters === '' ? <UserRound size={size / 2} /> : null}
    </span>
  );
}
