import { useSyncExternalStore } from 'react';

/** The places of the rail; each is a link, so Back and Forward work. */
export const listPlaces = ['calls', 'missed', 'history'] as const;
export const places = [...listPlaces, 'settings'] as const;
export type Place = (typeof places)[number];
/** A place that lists calls. */
export type ListPlace = (typeof listPlaces)[number];

export type Route = { place: Place; callId: string | null };

/** `#/missed/wacid.1` → the missed calls with that one open; anything else is the calls. */
export function readRoute(hash: string): Route {
  const [, place = '', callId = ''] = hash.replace(/^#/, '').split('/');
  const known = places.find((each) => each === place) ?? 'calls';
  return { place: known, callId: callId === '' ? null : decode(callId) };
}

export const writeRoute = ({ place, callId }: Route): string =>
  callId === null ? `#/${place}` : `#/${place}/${encodeURIComponent(callId)}`;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const onHashChange = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

const hash = () => window.location.hash;

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(onHashChange, hash));
}

export const goTo = (route: Route): void => {
  window.location.hash = writeRoute(route);
};
