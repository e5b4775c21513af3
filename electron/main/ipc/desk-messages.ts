import { z } from 'zod';
import { drawingFailureSchema } from '../../../src/contract/window/drawing-failure.ts';
import { shortcutChangeSchema } from '../../../src/contract/window/shortcuts.ts';
import { deskCommandSchema } from '../../../src/contract/window/view.ts';
import { voiceEventSchema } from '../../../src/contract/window/voice.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/desk/ports.ts';
import type { History } from '../history/history.ts';
import type { WantedPlaces } from '../links/wanted-places.ts';
import type { Losses } from '../losses/losses.ts';
import type { Shortcuts } from '../shortcuts/shortcuts.ts';
import type { VoiceLine } from '../windows/voice/port.ts';
import { ProblemError } from './answer.ts';
import type { Ipc } from './ipc.ts';

const historyQuerySchema = z.object({
  before: z.number().int().positive().exactOptional(),
  limit: z.number().int().min(1).max(200).exactOptional(),
  search: z.string().max(100).exactOptional(),
  customerId: z.string().max(200).exactOptional(),
});

export type DeskMessageDeps = {
  desk: Desk;
  history: History;
  voice: VoiceLine;
  shortcuts: Pick<Shortcuts, 'view' | 'change'>;
  losses: Losses;
  wantedPlaces: Pick<WantedPlaces, 'take'>;
  placeShown: (place: string) => void;
  log: Pick<Log, 'error'>;
};

/** Everything that a page may say to main. */
export function setupDeskMessages(ipc: Ipc, deps: DeskMessageDeps): void {
  ipc.handle('view:get', 'softphone', z.null(), () => deps.desk.getView());
  ipc.handle('desk:command', 'softphone', deskCommandSchema, async (command) => {
    await deps.desk.command(command);
    return null;
  });
  ipc.handle('relay:measure', 'softphone', z.null(), () => deps.desk.measureRelay());
  ipc.handle('history:list', 'softphone', historyQuerySchema, (query) => {
    try {
      return deps.history.list(query);
    } catch (cause) {
      throw new ProblemError({ code: 'history.unreadable', sentence: 'The history cannot be read right now.' }, cause);
    }
  });
  ipc.handle('losses:get', 'softphone', z.null(), () => deps.losses.get());
  ipc.on('losses:putAway', 'softphone', z.string().max(200), (code) => deps.losses.putAway(code));
  ipc.handle('shortcuts:get', 'softphone', z.null(), () => deps.shortcuts.view());
  ipc.handle('shortcuts:change', 'softphone', shortcutChangeSchema, ({ action, keys }) => {
    const problem = deps.shortcuts.change(action, keys);
    if (problem !== null) throw new ProblemError(problem);
    return null;
  });
  ipc.handle('place:take', 'softphone', z.null(), () => deps.wantedPlaces.take());
  ipc.on('place:shown', 'softphone', z.string().max(40), (place) => deps.placeShown(place));
  ipc.on('drawing:failed', 'softphone', drawingFailureSchema, (failure) => deps.log.error('drawing failed', failure));
  ipc.on('voice:event', 'voice', voiceEventSchema, (event) => deps.voice.take(event));
}
