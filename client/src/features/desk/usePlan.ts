import type { Id, MeetingDesk, MeetingFile } from '@track2/shared';
import { useCallback, useEffect, useState } from 'react';
import { showToast } from '../../ui/uiStore.ts';
import { type Change, changesOf, rebased } from './changes.ts';
import { type DeskTrouble, fetchMeeting, saveMeeting } from './deskApi.ts';
import { useDeskWords } from './deskWords.ts';
import { type Plan, planOf } from './plan.ts';

/** How often the invitations are looked at again, in milliseconds. */
const LOOK_MS = 10_000;

/** A meeting with the draft of its plan. */
export type Editing = {
  meeting: MeetingDesk;
  /** As it was when the draft was begun, or saved last. */
  base: Plan;
  plan: Plan;
  changes: readonly Change[];
  /** What others have saved since then, or null. */
  theirs: MeetingDesk | null;
  /** Why the last saving was turned down. */
  trouble: DeskTrouble | null;
  busy: boolean;
  /** Why the agenda and all that is the chair's once the meeting is open cannot be changed; why the seats cannot. */
  locked: { plan: string | null; seats: string | null };
  change(file: MeetingFile): void;
  set(change: Partial<Plan>): void;
  save(): Promise<void>;
  discard(): void;
  /** Loads what others have saved: with the own changes put onto it, or without them. */
  takeTheirs(keep: 'mine' | 'theirs'): void;
  /** Looks at the meeting again. */
  look(): Promise<void>;
};

type Held = { meeting: MeetingDesk; base: Plan; plan: Plan; theirs: MeetingDesk | null };

const heldOf = (meeting: MeetingDesk): Held => {
  const plan = planOf(meeting);
  return { meeting, base: plan, plan, theirs: null };
};

/** What is seen of a meeting later on: at once where nothing is typed, else the invitations alone. */
function seen(held: Held | null, found: MeetingDesk): Held {
  if (held === null) return heldOf(found);
  if (found.revision === held.meeting.revision) return { ...held, meeting: found };
  if (changesOf(held.base, held.plan).length === 0) return heldOf(found);
  return { ...held, meeting: { ...held.meeting, status: found.status, invitees: found.invitees }, theirs: found };
}

/** The meeting of that id with the draft of its plan; null until it has come, then the trouble says why it has not. */
export function usePlan(id: Id): { editing: Editing | null; trouble: DeskTrouble | null; look(): Promise<void> } {
  const say = useDeskWords();
  const [held, setHeld] = useState<Held | null>(null);
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    const answer = await fetchMeeting(id);
    if (answer.done) setHeld((before) => seen(before, answer.body));
    else setTrouble(answer.trouble);
  }, [id]);
  useEffect(() => {
    const first = async (): Promise<void> => look();
    void first(); // what goes wrong is shown
    const timer = setInterval(() => {
      if (!document.hidden) void look();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [look]);
  if (held === null) return { editing: null, trouble, look };
  const { meeting, base, plan, theirs } = held;
  const save = async (): Promise<void> => {
    setBusy(true);
    const answer = await saveMeeting(id, { revision: meeting.revision, ...plan });
    setBusy(false);
    if (!answer.done) {
      setTrouble(answer.trouble);
      if (answer.trouble.code === 'desk.changedMeanwhile') await look();
      return;
    }
    setTrouble(null);
    setHeld(heldOf(answer.body));
    showToast(say('plan.saved'));
  };
  const set = (change: Partial<Plan>): void => setHeld({ ...held, plan: { ...plan, ...change } });
  const takeTheirs = (keep: 'mine' | 'theirs'): void => {
    if (theirs === null) return;
    setTrouble(null);
    const fresh = heldOf(theirs);
    setHeld(keep === 'mine' ? { ...fresh, plan: rebased(base, plan, fresh.base) } : fresh);
  };
  const editing: Editing = {
    meeting,
    base,
    plan,
    changes: changesOf(base, plan),
    theirs,
    trouble,
    busy,
    locked: {
      plan: meeting.status === 'planned' ? null : say(meeting.status === 'open' ? 'plan.theChairs' : 'plan.readOnly'),
      seats: meeting.status === 'planned' || meeting.status === 'open' ? null : say('plan.readOnly'),
    },
    change: (file) => set({ file }),
    set,
    save,
    discard: () => {
      setTrouble(null);
      setHeld({ ...held, plan: base });
    },
    takeTheirs,
    look,
  };
  return { editing, trouble, look };
}
