import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useEntered } from '../../meeting/hooks.ts';
import { type Draft, draftFrom, emptyDraft, isBegun } from './draft.ts';

const KEY = 'track2.questionDrafts';

type Drafts = Readonly<Record<string, Draft>>;

/** The drafts that this tab kept. Its storage ends with the tab: a draft is nobody else's business. */
function kept(): Drafts {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).map(([place, draft]) => [place, draftFrom(draft)]));
  } catch {
    // Storage is withheld or holds no JSON: the draft lasts as long as the page.
    return {};
  }
}

/** What is being written, by meeting and member, so that a look at another panel and a reload lose nothing. */
const draftStore = createStore<Drafts>(kept);

function keep(place: string, draft: Draft): void {
  const { [place]: _, ...others } = draftStore.getState();
  draftStore.setState({ ...others, [place]: draft }, true);
  const worthKeeping = isBegun(draft) ? { ...others, [place]: draft } : others;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(worthKeeping));
  } catch {
    // As above.
  }
}

/** The draft of this person in this meeting, with what changes it. */
export function useDraft(): { draft: Draft; write(change: Partial<Draft>): void; discard(): void } {
  const { meeting, you } = useEntered();
  const place = `${meeting.id} ${you.member}`;
  const draft = useStore(draftStore, (drafts) => drafts[place]) ?? emptyDraft;
  return useMemo(
    () => ({
      draft,
      write: (change) => keep(place, { ...draft, ...change }),
      discard: () => keep(place, emptyDraft),
    }),
    [draft, place],
  );
}
