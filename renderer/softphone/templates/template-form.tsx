import ChevronLeft from 'lucide-react/icons/chevron-left';
import { type FormEvent, useState } from 'react';
import type { Templates } from '../../../src/contract/api/templates.ts';
import { emptyDraft, type TemplateDraft } from '../../../src/domain/templates/draft.ts';
import { templateLanguages } from '../../../src/domain/templates/languages.ts';
import { previewOfDraft } from '../../../src/domain/templates/preview.ts';
import { type DraftField, faultsOf } from '../../../src/domain/templates/rules.ts';
import { countVariables } from '../../../src/domain/templates/variables.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { Field } from '../../kit/field.tsx';
import { Note } from '../../kit/note.tsx';
import { Row } from '../../kit/row.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useSending } from '../../kit/use-sending.ts';
import { ExampleFields } from './example-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import styles from './templates-place.module.css';
import { kindWords, languageName } from './words.ts';

type TemplateFormProps = { accounts: Templates['accounts']; onMade: (id: string) => void; onClose: () => void };

const day = 1440;
const lifetimes = [1, 3, 7, 14, 30];

/** Writes a template. What WhatsApp would refuse is said at its field, before WhatsApp sees it. */
export function TemplateForm({ accounts, onMade, onClose }: TemplateFormProps) {
  const host = useHost();
  const [draft, setDraft] = useState<TemplateDraft>(emptyDraft);
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const { sending, problem, send } = useSending('The template could not be made. Try again.');
  const faults = faultsOf(draft);
  const change = (part: Partial<TemplateDraft>) => setDraft((before) => ({ ...before, ...part }));
  const wrong = (field: DraftField) => (tried ? (faults.find((one) => one.field === field)?.sentence ?? null) : null);
  const make = async () => onMade(await host.templates.create({ accountId, draft }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length === 0) void send(make);
  };
  const { kind, button, examples } = draft;
  return (
    <form className={styles.page} aria-label="New template" onSubmit={submit} noValidate>
      <div className={styles.back}>
        <IconButton label="Back" icon={<ChevronLeft size={16} />} onPress={onClose} />
      </div>
      <h2>New template</h2>
      {accounts.length < 2 ? null : (
        <Row name="WhatsApp account">
          <Combo
            label="WhatsApp account"
            options={accounts.map(({ id, name }) => ({ id, text: name }))}
            value={accountId}
            onChange={setAccountId}
          />
        </Row>
      )}
      <Row name="Purpose">
        <Combo
          label="Purpose"
          options={(['callPermission', 'callInvite'] as const).map((id) => ({ id, text: kindWords[id] }))}
          value={kind}
          onChange={(id) => change({ kind: id === 'callInvite' ? 'callInvite' : 'callPermission' })}
        />
      </Row>
      <Field
        label="Name"
        name="templateName"
        value={draft.name}
        onChange={(name) => change({ name })}
        hint="For you and your colleagues; customers do not see it."
        problem={wrong('name')}
      />
      <Row name="Language">
        <Combo
          label="Language"
          options={templateLanguages.map((id) => ({ id, text: languageName(id) }))}
          value={draft.language}
          onChange={(language) => change({ language })}
        />
      </Row>
      <Row name="Category" hint="Marketing is whatever advertises; WhatsApp changes a category that does not fit.">
        <Combo
          label="Category"
          options={[
            { id: 'utility', text: 'Utility' },
            { id: 'marketing', text: 'Marketing' },
          ]}
          value={draft.category}
          onChange={(id) => change({ category: id === 'marketing' ? 'marketing' : 'utility' })}
        />
      </Row>
      <Field
        label="Header"
        name="header"
        value={draft.header}
        onChange={(header) => change({ header })}
        hint="May be left out."
        problem={wrong('header')}
      />
      <ExampleFields
        of="header"
        text={draft.header}
        examples={examples.header}
        problem={wrong('headerExamples')}
        onChange={(header) => change({ examples: { ...examples, header } })}
      />
      <TextArea
        label="Text"
        value={draft.body}
        onChange={(body) => change({ body })}
        hint={bodyHint(draft)}
        problem={wrong('body')}
      />
      <ExampleFields
        of="text"
        text={draft.body}
        examples={examples.body}
        problem={wrong('bodyExamples')}
        onChange={(body) => change({ examples: { ...examples, body } })}
      />
      <Field
        label="Footer"
        name="footer"
        value={draft.footer}
        onChange={(footer) => change({ footer })}
        hint="May be left out."
        problem={wrong('footer')}
      />
      {kind === 'callInvite' ? (
        <>
          <Field
            label="Button"
            name="button"
            value={button.text}
            onChange={(text) => change({ button: { ...button, text } })}
            problem={wrong('button')}
          />
          <Row name="The button works for">
            <Combo
              label="The button works for"
              options={lifetimes.map((days) => ({
                id: String(days * day),
                text: days === 1 ? '1 day' : `${days} days`,
              }))}
              value={String(button.lifetimeMinutes)}
              onChange={(id) => change({ button: { ...button, lifetimeMinutes: Number(id) } })}
            />
          </Row>
        </>
      ) : null}
      <TemplatePreview preview={previewOfDraft(draft)} />
      {problem === null ? null : <Note tone="failure">{problem}</Note>}
      <div className={styles.send}>
        <Button kind="accent" submit why={sending ? 'It is on its way to WhatsApp.' : null}>
          Send for review
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Agents write one message when they ask: what it cannot fill is of no use to them. */
function bodyHint({ kind, header, body }: TemplateDraft): string {
  if (kind === 'callPermission' && (countVariables(body) > 1 || countVariables(header) > 0))
    return 'To be used for asking here, it has at most one variable, in the text: the agent’s message fills it.';
  return 'What the customer reads. {{1}} leaves a word open.';
}
