import { useEffect, useRef } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { showToast } from '../../ui/uiStore.ts';
import { useAskerWords } from './Asker.tsx';
import { incoming, questionsOf } from './groups.ts';
import { newsOf } from './ownNews.ts';
import { beginningOf } from './QuestionText.tsx';
import { useOwnSeat } from './seats.ts';

/** Says to screen readers when a round opens, closes, is answered or is over, whatever panel is in sight. */
export function RoundNews(): null {
  const text = useText();
  const rounds = useMeeting(({ state }) => state.questions.rounds);
  const said = useRef(new Map(rounds.map((round) => [round.id, round.status])));
  useEffect(() => {
    for (const { id, number, status } of rounds) {
      if (said.current.get(id) === status) continue;
      said.current.set(id, status);
      announce(text(`questions.say.${status}`, { number }), 'polite');
    }
  }, [rounds, text]);
  useOwnNews();
  useIncomingNews();
  return null;
}

/** Tells the asker in a short message what others did with the question: it is read out too. */
function useOwnNews(): void {
  const text = useText();
  const nameOf = useAskerWords();
  const seat = useOwnSeat();
  const all = useMeeting(({ state }) => state.questions);
  const known = useRef(all);
  useEffect(() => {
    const before = new Map(known.current.questions.map((question) => [question.id, question]));
    known.current = all;
    for (const question of seat === null ? [] : questionsOf(all, seat)) {
      const news = newsOf(before.get(question.id), question);
      if (news === null) continue;
      const words = beginningOf(question);
      const round = all.rounds.findLast(({ questions }) => questions.includes(question.id))?.number ?? 0;
      const target = all.questions.find(({ id }) => id === question.mergedInto);
      const values = {
        what: words === null ? text('questions.yours.live') : text('questions.yours', { text: words }),
        round,
        name: target === undefined ? '' : nameOf(target.seat),
      };
      // With a question that is not in sight, its asker is not named either.
      const hidden = news === 'merged' && target === undefined;
      showToast(text(hidden ? 'questions.news.mergedHidden' : `questions.news.${news}`, values));
    }
  }, [all, seat, text, nameOf]);
}

/** Says to those who run the meeting that a question came in. */
function useIncomingNews(): void {
  const text = useText();
  const managing = useManaging();
  const own = useOwnSeat();
  const fresh = useMeeting(({ state }) =>
    incoming(state.questions)
      .filter(({ seat }) => seat !== own)
      .map(({ id }) => id)
      .join(' '),
  );
  const known = useRef(fresh);
  useEffect(() => {
    const before = known.current.split(' ');
    known.current = fresh;
    if (!managing || fresh.split(' ').every((id) => id === '' || before.includes(id))) return;
    announce(text('questions.say.incoming'), 'polite');
  }, [fresh, managing, text]);
}
