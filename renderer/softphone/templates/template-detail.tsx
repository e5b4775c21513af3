import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { ListedTemplate } from '../../../src/contract/api/templates.ts';
import { previewOfTemplate } from '../../../src/domain/templates/preview.ts';
import { IconButton } from '../../kit/button.tsx';
import { TemplatePreview } from './template-preview.tsx';
import styles from './templates-place.module.css';
import { categoryWords, kindWords, languageName, qualityWords, statusSentence, statusWords } from './words.ts';

/** A template: what WhatsApp says of it, and what the customer sees. */
export function TemplateDetail({ template, onBack }: { template: ListedTemplate; onBack: () => void }) {
  const { name, kind, language, category, quality, status } = template;
  const facts = [
    { fact: 'Purpose', words: kindWords[kind] },
    { fact: 'Language', words: languageName(language) },
    { fact: 'Category', words: categoryWords(category.value) },
    { fact: 'Quality', words: qualityWords(quality.value) },
  ];
  return (
    <section className={styles.page} aria-label={`Template ${name}`}>
      <div className={styles.back}>
        <IconButton label="Back" icon={<ChevronLeft size={16} />} onPress={onBack} />
      </div>
      <h2>{name}</h2>
      <p role="status">
        <b>{statusWords[status.value.status]}</b> · {statusSentence(template)}
      </p>
      <TemplatePreview preview={previewOfTemplate(template)} />
      <dl className={styles.facts}>
        {facts.map(({ fact, words }) => (
          <div key={fact} className={styles.fact}>
            <dt>{fact}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
