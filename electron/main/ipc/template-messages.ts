import { z } from 'zod';
import { createTemplateSchema } from '../../../src/contract/api/templates.ts';
import type { Templates } from '../../../src/desk/templates/templates.ts';
import type { Ipc } from './ipc.ts';
import { told } from './told.ts';

/** What the window asks about templates is asked of the relay; its sentences reach the person. */
export function setupTemplateMessages(ipc: Ipc, templates: Templates): void {
  ipc.handle('templates:list', 'softphone', z.null(), () => told(templates.list()));
  ipc.handle('templates:sync', 'softphone', z.null(), () => told(templates.sync()));
  ipc.handle('templates:create', 'softphone', createTemplateSchema, (asked) => told(templates.create(asked)));
}
