import { type ReactNode, Suspense } from 'react';
import { later } from '../../ui/later.ts';
import type { DeskPart } from './QuestionDesk.tsx';

const QuestionDesk = later(async () => (await import('./QuestionDesk.tsx')).QuestionDesk);

/** A part of the desk. Most of those who are inside run no meeting, so they do not load what runs its questions. */
export function Desk({ part }: { part: DeskPart }): ReactNode {
  return (
    <Suspense fallback={null}>
      <QuestionDesk part={part} />
    </Suspense>
  );
}
