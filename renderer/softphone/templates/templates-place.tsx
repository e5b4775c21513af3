import ChevronLeft from 'lucide-react/icons/chevron-left';
import Plus from 'lucide-react/icons/plus';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { Button, IconButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Note } from '../../kit/note.tsx';
import places from '../places/places.module.css';
import { goTo } from '../places/route.ts';
import { TemplateDetail } from './template-detail.tsx';
import { TemplateForm } from './template-form.tsx';
import { TemplateRow } from './template-row.tsx';
import styles from './templates-place.module.css';
import { useTemplates } from './use-templates.ts';

/** What stands in the address for the template that is being written. */
export const newTemplate = 'new';

const open = (id: string | null) => goTo({ place: 'templates', callId: id });

/** The company's message templates, and one of them or the form for another: beside the list when there is room, else in its place. */
export function TemplatesPlace({ openedId }: { openedId: string | null }) {
  const { known, syncing, sync } = useTemplates();
  const page = known.status === 'known' ? known.page : null;
  const problem = known.status === 'failed' ? known.sentence : (page?.problem ?? null);
  const opened = page?.templates.find(({ id }) => id === openedId) ?? null;
  return (
    <>
      <div className={places.list}>
        <section className={styles.pane} aria-label="Templates">
          <div className={styles.head}>
            <IconButton
              label="Back to settings"
              icon={<ChevronLeft size={16} />}
              onPress={() => goTo({ place: 'settings', callId: null })}
            />
            <h2>Templates</h2>
          </div>
          <div className={styles.actions}>
            <Button
              icon={<Plus size={16} />}
              why={page?.mayCreate === false ? 'Templates are made by supervisors and admins.' : null}
              onPress={() => open(newTemplate)}
            >
              New template
            </Button>
            <Button
              kind="quiet"
              icon={<RefreshCw size={16} />}
              why={syncing ? 'WhatsApp is being asked.' : null}
              onPress={() => void sync()}
            >
              Ask WhatsApp
            </Button>
          </div>
          {problem === null ? null : (
            <div className={styles.note}>
              <Note tone="failure">{problem}</Note>
            </div>
          )}
          {page === null ? null : page.templates.length === 0 ? (
            <Empty title="No templates yet.">
              They ask for permission, or invite customers to call, also when they have not written for a day.
            </Empty>
          ) : (
            <ul className={styles.rows}>
              {page.templates.map((template) => (
                <TemplateRow key={template.id} template={template} opened={template.id === openedId} />
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className={places.page}>
        {page === null ? null : openedId === newTemplate && page.mayCreate ? (
          <TemplateForm accounts={page.accounts} onMade={open} onClose={() => open(null)} />
        ) : opened === null ? (
          <p className={places.nothing}>Choose a template to see it as the customer does.</p>
        ) : (
          <TemplateDetail key={opened.id} template={opened} onBack={() => open(null)} />
        )}
      </div>
    </>
  );
}
