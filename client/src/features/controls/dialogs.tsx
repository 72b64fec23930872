import { type ComponentType, type ReactNode, Suspense } from 'react';
import { later } from '../../ui/later.ts';

const load = () => import('./FloorDialogs.tsx');

// Loaded when somebody opens the first of them, with their words.
const dialogs = {
  request: later(async () => (await load()).RequestFloorDialog),
  ways: later(async () => (await load()).WaysDialog),
  place: later(async () => (await load()).OwnPlaceDialog),
  yield: later(async () => (await load()).YieldDialog),
  leave: later(async () => (await load()).LeaveDialog),
} as const satisfies Record<string, ComponentType<{ onClose: () => void }>>;

export type FloorDialog = keyof typeof dialogs;

/** One of the dialogs of the bar, once it is loaded. */
export function LaterDialog({ which, onClose }: { which: FloorDialog; onClose: () => void }): ReactNode {
  const Dialog = dialogs[which];
  return (
    <Suspense fallback={null}>
      <Dialog onClose={onClose} />
    </Suspense>
  );
}
