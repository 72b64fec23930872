import { useSyncExternalStore } from 'react';

/** The four forms of the page, by its width. */
export type Layout = 'wide' | 'laptop' | 'tablet' | 'phone';

const queries = {
  wide: '(min-width: 1280px)',
  laptop: '(min-width: 1024px)',
  tablet: '(min-width: 641px)',
} as const;

function layoutNow(): Layout {
  if (matchMedia(queries.wide).matches) return 'wide';
  if (matchMedia(queries.laptop).matches) return 'laptop';
  return matchMedia(queries.tablet).matches ? 'tablet' : 'phone';
}

function subscribe(changed: () => void): () => void {
  const lists = Object.values(queries).map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
  };
}

/** The form of the page now: for what differs in kind between forms; what differs in size is CSS's. */
export const useLayout = (): Layout => useSyncExternalStore(subscribe, layoutNow);
