import type { Id } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What is done with one question in a window of its own. */
export type QuestionTask = { kind: 'edit' | 'answer' | 'translation' | 'merge' | 'labels'; question: Id };

/** The window that is open: about a question, or the order of a round, or (null) of what waits for the next. */
export type OpenDialog = QuestionTask | { kind: 'order'; round: Id | null };

/**
 * The one window of this feature. It belongs to the page, not to a card: a question that moves on in the meantime takes
 * nothing with it that somebody is writing about it.
 */
const dialogStore = createStore<{ open: OpenDialog | null }>(() => ({ open: null }));

export const openDialog = (open: OpenDialog): void => dialogStore.setState({ open });
export const closeDialog = (): void => dialogStore.setState({ open: null });
export const useOpenDialog = (): OpenDialog | null => useStore(dialogStore, ({ open }) => open);
