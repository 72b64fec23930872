import { collectingRound, permissions, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { CardList } from './CardList.tsx';
import { Desk } from './Desk.tsx';
import { Fold } from './Fold.tsx';
import { questionGroups, questionsOf } from './groups.ts';
import { OwnQuestion } from './OwnQuestion.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import css from './questions.module.css';
import { Round } from './Round.tsx';
import { useOwnSeat } from './seats.ts';
import { WaitingCard } from './WaitingCard.tsx';

/** Questions: the rounds with the card being answered, mine, the form, and what waits for the chair. */
export function QuestionsPanel(): ReactNode {
  const managing = useManaging();
  const own = useOwnSeat();
  const mayAsk = useMeeting(({ state }) => {
    const role = seatById(state, own ?? '')?.role;
    const { roles } = permissions['questions.submit'];
    return role !== undefined && (roles === 'everyone' || roles.includes(role));
  });
  return (
    <div className={css.stack}>
      {managing && <Desk part={{ kind: 'incoming' }} />}
      <Rounds />
      {mayAsk && !managing && <QuestionForm />}
      <Mine />
      {mayAsk && managing && <QuestionForm />}
      <CompletedRounds />
    </div>
  );
}

/** The rounds that go on, what is left, what waits for the next; for those who run the meeting the opening of one. */
export function Rounds(): ReactNode {
  const text = useText();
  const managing = useManaging();
  const questions = useMeeting(({ state }) => state.questions);
  const size = useMeeting(({ state }) => state.session.policy.questionsPerRound);
  const { going, waiting, ...groups } = questionGroups(questions);
  // What becomes of the rest of a question is for those to say who run the meeting.
  const carried = groups.carried.filter(({ to }) => managing || to !== 'open');
  return (
    <>
      {going.map(({ round, cards }) => (
        <Round key={round.id} round={round} cards={cards} />
      ))}
      {going.length === 0 && (
        <p className={css.none}>
          <b>{text('questions.none')}</b>
          {text('questions.none.why', { size })}
        </p>
      )}
      {managing && collectingRound(questions) === undefined && <Desk part={{ kind: 'openRound' }} />}
      {carried.length > 0 && (
        <Fold title={text('questions.carried')} count={carried.length}>
          <CardList>
            {carried.map(({ question, to }) => (
              <WaitingCard key={question.id} question={question} to={to} />
            ))}
          </CardList>
        </Fold>
      )}
      {waiting.length > 0 && (
        <Fold title={text('questions.waiting')} count={waiting.length}>
          {managing && waiting.length > 1 && (
            <Desk part={{ kind: 'order', round: null, list: text('questions.waiting') }} />
          )}
          <CardList>
            {waiting.map((question) => (
              <WaitingCard key={question.id} question={question} />
            ))}
          </CardList>
        </Fold>
      )}
    </>
  );
}

/** The rounds that are over, folded, latest first. */
function CompletedRounds(): ReactNode {
  const text = useText();
  const { completed } = questionGroups(useMeeting(({ state }) => state.questions));
  if (completed.length === 0) return null;
  return (
    <Fold title={text('questions.completed')} count={completed.length} start="shut">
      {completed.map(({ round, cards }) => (
        <Round key={round.id} round={round} cards={cards} />
      ))}
    </Fold>
  );
}

function Mine(): ReactNode {
  const text = useText();
  const seat = useOwnSeat();
  const questions = useMeeting(({ state }) => state.questions);
  const mine = seat === null ? [] : questionsOf(questions, seat);
  if (mine.length === 0) return null;
  return (
    <Fold title={text('questions.mine')} count={mine.length}>
      <CardList>
        {mine.map((question) => (
          <OwnQuestion key={question.id} question={question} />
        ))}
      </CardList>
    </Fold>
  );
}
