import { z } from 'zod';
import { cardCommandSchema } from '../../../src/contract/window/card.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { CardWindow } from '../windows/card/window.ts';
import type { Ipc } from './ipc.ts';

/** Everything that the call card may say to main. */
export function setupCardMessages(
  ipc: Ipc,
  deps: { desk: Pick<Desk, 'command'>; card: Pick<CardWindow, 'view'>; bringToFront: () => void },
): void {
  ipc.handle('card:get', 'card', z.null(), () => deps.card.view());
  ipc.handle('card:command', 'card', cardCommandSchema, async (command) => {
    if (command.kind === 'openSoftphone') deps.bringToFront();
    else await deps.desk.command(command);
    return null;
  });
}
