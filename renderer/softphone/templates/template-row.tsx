import type { ListedTemplate } from '../../../src/contract/api/templates.ts';
import { writeRoute } from '../places/route.ts';
import styles from './templates-place.module.css';
import { kindWords, languageName, statusWords } from './words.ts';

export function TemplateRow({ template, opened }: { template: ListedTemplate; opened: boolean }) {
  const { id, name, language, kind, status } = template;
  return (
    <li>
      <a
        className={styles.row}
        href={writeRoute({ place: 'templates', callId: id })}
        aria-current={opened ? 'true' : undefined}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.status} data-status={status.value.status}>
          {statusWords[status.value.status]}
        </span>
        <span className={styles.second}>{[kindWords[kind], languageName(language)].join(' · ')}</span>
      </a>
    </li>
  );
}
