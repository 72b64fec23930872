import type { Id } from '@track2/shared';
import { useCallback, useEffect, useState } from 'react';
import { mayLeave } from './unsaved.ts';

/** Where one is at the desk. */
export type Place =
  | { at: 'overview' }
  | { at: 'meeting'; id: Id }
  | { at: 'newMeeting'; copyOf: Id | null }
  | { at: 'series'; id: Id }
  | { at: 'newSeries' }
  | { at: 'conveners' };

const idForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The place that the search part of an address names. The path is the door's, which knows nothing of the desk. */
export function placeIn(search: string): Place {
  const asked = new URLSearchParams(search);
  const idOf = (name: string): Id | null => {
    const value = asked.get(name);
    return value !== null && idForm.test(value) ? value : null;
  };
  const meeting = idOf('meeting');
  if (meeting !== null) return { at: 'meeting', id: meeting };
  const series = idOf('series');
  if (series !== null) return { at: 'series', id: series };
  switch (asked.get('new')) {
    case 'meeting':
      return { at: 'newMeeting', copyOf: idOf('of') };
    case 'series':
      return { at: 'newSeries' };
    default:
      return asked.has('conveners') ? { at: 'conveners' } : { at: 'overview' };
  }
}

/** The search part of the address of a place. */
export function searchOf(place: Place): string {
  switch (place.at) {
    case 'overview':
      return '';
    case 'meeting':
      return `?meeting=${place.id}`;
    case 'series':
      return `?series=${place.id}`;
    case 'newSeries':
      return '?new=series';
    case 'newMeeting':
      return place.copyOf === null ? '?new=meeting' : `?new=meeting&of=${place.copyOf}`;
    case 'conveners':
      return '?conveners';
  }
}

export type Go = (place: Place) => void;

/** The place of this tab at the desk, which the address keeps, and the way to another. */
export function usePlace(): [Place, Go] {
  const [place, setPlace] = useState(() => placeIn(location.search));
  useEffect(() => {
    const read = (): void => {
      const next = placeIn(location.search);
      setPlace((before) => {
        if (searchOf(before) === searchOf(next) || mayLeave()) return next;
        history.pushState(null, '', `${location.pathname}${searchOf(before)}`);
        return before;
      });
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const go = useCallback((next: Place) => {
    if (!mayLeave()) return;
    history.pushState(null, '', `${location.pathname}${searchOf(next)}`);
    setPlace(next);
    scrollTo(0, 0);
  }, []);
  return [place, go];
}
