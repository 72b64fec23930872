import { Suspense } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';

const UndoCountdown = later(async () => (await import('./UndoCountdown.tsx')).UndoCountdown);

/** Takes back the latest act, for as long as it can be. Only those who run the meeting have any. */
export function UndoBar() {
  const act = useMeeting(({ state }) => state.session.acts.at(-1) ?? null);
  if (act === null) return null;
  return (
    <Suspense>
      <UndoCountdown />
    </Suspense>
  );
}
