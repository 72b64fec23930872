import { useEffect } from 'react';

let question: string | null = null;

/** Asks before the page, or this place of it, is left with something that is not saved. `words` null: nothing is. */
export function useUnsavedGuard(words: string | null): void {
  useEffect(() => {
    question = words;
    if (words === null) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      question = null;
      removeEventListener('beforeunload', ask);
    };
  }, [words]);
}

/** Whether the place may be left: nothing is unsaved, or the person says so. */
export const mayLeave = (): boolean => question === null || confirm(question);

/** What was unsaved is saved now: the place may be left before the page has drawn itself anew. */
export const forgetUnsaved = (): void => {
  question = null;
};
