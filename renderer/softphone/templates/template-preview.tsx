import Image from 'lucide-react/icons/image';
import Phone from 'lucide-react/icons/phone';
import type { Preview } from '../../../src/domain/templates/preview.ts';
import styles from './template-preview.module.css';

/** A message as it will stand on the customer's phone. */
export function TemplatePreview({ preview }: { preview: Preview }) {
  const { header, media, body, footer, buttons, asksForPermission } = preview;
  return (
    <figure className={styles.preview} aria-label="As the customer sees it">
      <div className={styles.message}>
        {media === null ? null : (
          <p className={styles.media}>
            <Image size={16} /> {media.toLowerCase()}
          </p>
        )}
        {header === null ? null : (
          <p className={styles.header} dir="auto">
            {header}
          </p>
        )}
        <p className={styles.body} dir="auto">
          {body.trim() === '' ? '…' : body}
        </p>
        {footer === null ? null : (
          <p className={styles.footer} dir="auto">
            {footer}
          </p>
        )}
        {buttons.map((text) => (
          <p key={text} className={styles.button} dir="auto">
            <Phone size={16} /> {text}
          </p>
        ))}
        {asksForPermission ? <p className={styles.button}>Allow calls?</p> : null}
      </div>
      <figcaption className={styles.caption}>
        {asksForPermission
          ? 'WhatsApp adds the question: allow for a time, always, or not.'
          : 'As the customer sees it.'}
      </figcaption>
    </figure>
  );
}
