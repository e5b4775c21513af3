import { useHost, useView } from '../../host/desk-store.ts';
import { type DeskState, deskState } from './desk-state.ts';

export function useDeskState(): DeskState {
  const { kind } = useHost();
  const view = useView();
  if (view === null) return { kind: 'line', tone: 'checking', word: 'Starting', detail: '' };
  return deskState(view, Date.now(), kind);
}
