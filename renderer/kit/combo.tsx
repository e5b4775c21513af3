import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import styles from './combo.module.css';
import { useInterruption } from './interruption.ts';

export type ComboOption = { id: string; text: string; icon?: ReactNode };

/** Options that belong together, under a title of their own. */
export type ComboGroup = { title: string; options: readonly ComboOption[] };

export type ComboProps = {
  label: string;
  options: readonly ComboOption[];
  groups?: readonly ComboGroup[];
  /** Null when none of them holds. */
  value: string | null;
  /** What is chosen, in other words than those of the option. */
  shown?: string;
  onChange: (id: string) => void;
  icon?: ReactNode;
  /** `bare` has no edge, for the top bar; `small` for filters. */
  look?: 'plain' | 'bare' | 'small';
  why?: string | null;
};

/** A choice of one. Its name is its label alone and its value is its content, as a combobox wants it. */
export function Combo({
  label,
  options,
  groups = [],
  value,
  shown,
  onChange,
  icon,
  look = 'plain',
  why = null,
}: ComboProps) {
  const whyId = useId();
  const [open, setOpen] = useState(false);
  const interruption = useInterruption();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new interruption closes the list, whatever it is.
  useEffect(() => setOpen(false), [interruption]);
  return (
    <Select
      className={styles.combo ?? ''}
      aria-label={label}
      value={value}
      isOpen={open}
      onOpenChange={(next) => setOpen(next && why === null)}
      onChange={(key) => {
        if (typeof key === 'string' && key !== value) onChange(key);
      }}
    >
      <Button
        className={styles.trigger ?? ''}
        render={(props) => (
          <button
            {...props}
            role="combobox"
            aria-label={label}
            aria-labelledby={undefined}
            aria-expanded={open}
            aria-disabled={why !== null || undefined}
            aria-describedby={why === null ? undefined : whyId}
            data-look={look}
          />
        )}
      >
        {icon}
        <SelectValue className={styles.value ?? ''}>{({ selectedText }) => shown ?? selectedText ?? ''}</SelectValue>
        <ChevronDown size={14} />
      </Button>
      {why === null ? null : (
        <span id={whyId} className={styles.why}>
          {why}
        </span>
      )}
      <Popover className={styles.popover ?? ''} isNonModal offset={4}>
        <ListBox className={styles.list ?? ''}>
          {options.map(asItem)}
          {groups.map((group) => (
            <ListBoxSection key={group.title} id={group.title} className={styles.group ?? ''}>
              <Header className={styles.title ?? ''}>{group.title}</Header>
              {group.options.map(asItem)}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

const asItem = (option: ComboOption) => (
  <ListBoxItem key={option.id} id={option.id} textValue={option.text} className={styles.option ?? ''}>
    <Check size={16} className={styles.tick} />
    {option.icon}
    <span className={styles.optionText}>{option.text}</span>
  </ListBoxItem>
);
