import { useSyncExternalStore } from 'react';

/** The places of the rail; each is a link, so Back and Forward work. */
export const listPlaces = ['calls', 'missed', 'history'] as const;
/** The places that have a link in the rail. */
export const railPlaces = ['calls', 'missed', 'customers', 'history', 'settings'] as const;
export const places = [...railPlaces, 'desk-test', 'templates'] as const;
export type Place = (typeof places)[number];
export type RailPlace = (typeof railPlaces)[number];
/** A place that lists calls. */
export type ListPlace = (typeof listPlaces)[number];

/** `callId` is the customer's in the place of customers; `asksOn`: the number (its channel) on which they are to be asked for permission. */
export type Route = { place: Place; callId: string | null; asksOn?: string | null };

/** `#/missed/wacid.1` → the missed calls with that one open; anything else is the calls. */
export function readRoute(hash: string): Route {
  const [path = ''] = hash.replace(/^#/, '').split('?');
  const [, place = '', callId = '', step = '', channelId = ''] = path.split('/');
  const known = places.find((each) => each === place) ?? 'calls';
  return {
    place: known,
    callId: callId === '' ? null : decode(callId),
    ...(step === 'ask' ? { asksOn: decode(channelId) } : {}),
  };
}

export const writeRoute = ({ place, callId, asksOn }: Route): string =>
  callId === null
    ? `#/${place}`
    : `#/${place}/${encodeURIComponent(callId)}${asksOn ? `/ask/${encodeURIComponent(asksOn)}` : ''}`;

/** `#/customers?search=%2B62812` → `+62812`: what a place is to be searched for. */
export const readSearch = (hash: string): string => new URLSearchParams(hash.split('?')[1] ?? '').get('search') ?? '';

const writeSearch = (place: Place, search: string) => `#/${place}?${new URLSearchParams({ search })}`;

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

/** What a place is asked to search for. Take it with {@link searchTaken}, so that the same can be asked again. */
export function useWantedSearch(place: Place): string {
  const address = useSyncExternalStore(onHashChange, hash);
  // The place that is being left hears of the new address before it goes.
  return readRoute(address).place === place ? readSearch(address) : '';
}

export const searchTaken = (place: Place): void => window.location.replace(writeRoute({ place, callId: null }));

export const goToSearch = (place: Place, search: string): void => {
  window.location.hash = writeSearch(place, search);
};

export const goTo = (route: Route): void => {
  window.location.hash = writeRoute(route);
};
