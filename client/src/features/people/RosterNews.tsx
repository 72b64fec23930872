import { type Id, isDoubtful, isInside, memberById } from '@track2/shared';
import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { personIn } from '../../meeting/view.ts';
import { useSpoken } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { showToast } from '../../ui/uiStore.ts';
import { movesBetween, type RosterMoves } from './moves.ts';
import { useRosterText } from './useRosterText.ts';

/** For how long joins and leaves are gathered, in milliseconds: who comes with many others is told with them. */
const GATHER_MS = 1500;

/** Tells everybody who joins and who leaves, many in one sentence; and the own link that was opened elsewhere. */
export function RosterNews(): null {
  const text = useRosterText();
  const reader = useSpoken();
  const view = useMeeting((meeting) => meeting);
  const inside = view.state.roster.members
    .filter((member) => member.id !== view.me && isInside(member))
    .map(({ id }) => id)
    .join(' ');
  const latest = useRef(view);
  const told = useRef(inside);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  useEffect(() => {
    if (told.current === inside) return;
    const timer = setTimeout(() => {
      const moves = movesBetween(told.current, inside);
      told.current = inside;
      const nameOf = (member: Id): string => personIn(latest.current, member, reader).name;
      // Before the meeting opens people come one by one, and nobody has to look up.
      const tell = latest.current.state.session.status === 'open' ? showToast : announcePolitely;
      for (const sentence of sentencesOf(moves, nameOf, text)) tell(sentence);
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [inside, reader, text]);
  useDoubt();
  return null;
}

const announcePolitely = (sentence: string): void => announce(sentence, 'polite');

type Say = ReturnType<typeof useRosterText>;

function sentencesOf({ joined, left }: RosterMoves, nameOf: (member: Id) => string, say: Say): string[] {
  const told = (
    members: readonly Id[],
    one: 'roster.say.joined' | 'roster.say.left',
    many: 'roster.say.joinedMany' | 'roster.say.leftMany',
  ) => {
    const [first] = members;
    if (first === undefined) return [];
    return [members.length === 1 ? say(one, { name: nameOf(first) }) : say(many, { count: members.length })];
  };
  return [
    ...told(joined, 'roster.say.joined', 'roster.say.joinedMany'),
    ...told(left, 'roster.say.left', 'roster.say.leftMany'),
  ];
}

/** Tells a person inside whose link was opened elsewhere. */
function useDoubt(): void {
  const say = useRosterText();
  const doubtful = useMeeting(({ state, me }) => {
    const own = memberById(state, me);
    return own !== undefined && isDoubtful(own);
  });
  useEffect(() => {
    if (doubtful) showToast(say('roster.say.doubtful'), 'warn');
  }, [doubtful, say]);
}
