import type { ReactNode } from 'react';
import { LineNews } from '../../lines/LineNews.tsx';
import { RosterNews } from '../people/RosterNews.tsx';

/** The news of people and of lines: loaded right after the meeting, with their words. */
export function LaterNews(): ReactNode {
  return (
    <>
      <RosterNews />
      <LineNews />
    </>
  );
}
