import { useView } from '../../host/desk-store.ts';
import { type DeskState, deskState } from './desk-state.ts';

export function useDeskState(): DeskState {
  const view = useView();
  return view === null ? { kind: 'line', tone: 'checking', word: 'Starting', detail: '' } : deskState(view);
}
