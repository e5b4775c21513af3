import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import combo from './combo.module.css';
import { useInterruption } from './interruption.ts';
import styles from './menu.module.css';

export type Action = { id: string; text: string; icon?: ReactNode; onPick: () => void; why?: string | null };

export type ActionMenuProps = { label: string; face: ReactNode; heading?: ReactNode; actions: readonly Action[] };

/** A button that opens a short list of things to do. What is not possible now stays in the list and says why. */
export function ActionMenu({ label, face, heading, actions }: ActionMenuProps) {
  const [open, setOpen] = useState(false);
  const interruption = useInterruption();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new interruption closes the menu, whatever it is.
  useEffect(() => setOpen(false), [interruption]);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button aria-label={label} className={styles.face ?? ''}>
        {face}
      </Button>
      <Popover className={combo.popover ?? ''} placement="bottom end" offset={4} isNonModal>
        {heading === undefined ? null : <div className={styles.heading}>{heading}</div>}
        <Menu aria-label={label} className={combo.list ?? ''}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.text}
              className={combo.option ?? ''}
              shouldCloseOnSelect={action.why == null}
              onAction={() => {
                if (action.why == null) action.onPick();
              }}
            >
              {action.icon}
              <span className={styles.text}>
                {action.text}
                {action.why == null ? null : <span className={styles.why}>{action.why}</span>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
