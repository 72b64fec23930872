import type { Id } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Whose line is in front: that of one person, the own line to the chair (null), or a choice among all. */
export type OpenLine = { kind: 'all' } | { kind: 'line'; of: Id | null };

type LinesStore = {
  open: OpenLine | null;
  /** The lines that this person has had in front, by id. */
  read: ReadonlySet<Id>;
};

const linesStore = createStore<LinesStore>(() => ({ open: null, read: new Set() }));

/** Brings lines to the front, or (null) puts them away. */
export const openLines = (open: OpenLine | null): void => linesStore.setState({ open });

/** Counts these lines as read. */
export function markRead(lines: readonly Id[]): void {
  const { read } = linesStore.getState();
  if (lines.some((id) => !read.has(id))) linesStore.setState({ read: new Set([...read, ...lines]) });
}

export const useLinesStore = <T>(selector: (store: LinesStore) => T): T => useStore(linesStore, selector);
