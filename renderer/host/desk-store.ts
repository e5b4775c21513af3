import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskView } from '../../src/contract/window/view.ts';
import type { Host } from './host.ts';

/** The window's mirror of the desk. `view` is null until the desk has answered for the first time. */
export type DeskMirror = { view: DeskView | null };

export type DeskStore = { store: StoreApi<DeskMirror>; close: () => void };

export function createDeskStore(host: Host): DeskStore {
  const store = createStore<DeskMirror>(() => ({ view: null }));
  const close = host.onView((view) => store.setState({ view }));
  void host.getView().then((view) => {
    // A view that was pushed meanwhile is newer than the one that was asked for.
    if (store.getState().view === null) store.setState({ view });
  });
  return { store, close };
}

const HostContext = createContext<{ host: Host; store: StoreApi<DeskMirror> } | null>(null);

export const HostProvider = HostContext.Provider;

const useHostContext = () => {
  const context = useContext(HostContext);
  if (context === null) throw new Error('A part of the softphone stands outside its HostProvider');
  return context;
};

export const useHost = (): Host => useHostContext().host;

/** The whole view, or null before the first. */
export const useView = (): DeskView | null => useStore(useHostContext().store, viewOf);

const viewOf = (mirror: DeskMirror) => mirror.view;

/** One thing of the view; select with a function of a module, so that it stays the same. */
export function useDesk<T>(select: (view: DeskView) => T): T {
  return useStore(useHostContext().store, (mirror) => {
    if (mirror.view === null) throw new Error('The desk is asked before its first view');
    return select(mirror.view);
  });
}
