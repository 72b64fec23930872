import { collectingRound, memberById, permissions, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { questionGroups, questionsOf } from './groups.ts';
import { Incoming } from './Incoming.tsx';
import { PlainQuestion } from './PlainQuestion.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import css from './questions.module.css';
import { Round } from './Round.tsx';
import { OpenRound } from './RoundActs.tsx';

/** Questions: the rounds with the card being answered, mine, the form, and what waits for the chair. */
export function QuestionsPanel(): ReactNode {
  const managing = useManaging();
  const mayAsk = useMeeting(({ state, me }) => {
    const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
    const { roles } = permissions['questions.submit'];
    return role !== undefined && (roles === 'everyone' || roles.includes(role));
  });
  return (
    <div className={css.stack}>
      {managing && <Incoming />}
      <Rounds />
      {mayAsk && !managing && <QuestionForm />}
      <Mine />
      {mayAsk && managing && <QuestionForm />}
      <CompletedRounds />
    </div>
  );
}

/** The rounds that go on, what waits for the next, and for those who run the meeting the opening of one. */
export function Rounds(): ReactNode {
  const text = useText();
  const managing = useManaging();
  const questions = useMeeting(({ state }) => state.questions);
  const size = useMeeting(({ state }) => state.session.policy.questionsPerRound);
  const groups = questionGroups(questions);
  return (
    <>
      {groups.going.map(({ round, cards }) => (
        <Round key={round.id} round={round} cards={cards} />
      ))}
      {groups.going.length === 0 && (
        <p className={css.none}>
          <b>{text('questions.none')}</b>
          {text('questions.none.why', { size })}
        </p>
      )}
      {groups.waiting.length > 0 && (
        <section className={css.section} aria-labelledby="questions-waiting">
          <h3 id="questions-waiting" className={css.title}>
            {text('questions.waiting')}
          </h3>
          <ul className={css.list}>
            {groups.waiting.map((question) => (
              <PlainQuestion key={question.id} question={question} />
            ))}
          </ul>
        </section>
      )}
      {managing && collectingRound(questions) === undefined && (
        <div className={css.acts}>
          <OpenRound />
        </div>
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
    <details className={css.folded}>
      <summary>{text('questions.completed')}</summary>
      <div className={css.stack}>
        {completed.map(({ round, cards }) => (
          <Round key={round.id} round={round} cards={cards} />
        ))}
      </div>
    </details>
  );
}

function Mine(): ReactNode {
  const text = useText();
  const seat = useMeeting(({ state, me }) => memberById(state, me)?.seat);
  const questions = useMeeting(({ state }) => state.questions);
  const mine = seat === undefined ? [] : questionsOf(questions, seat);
  if (mine.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="questions-mine">
      <h3 id="questions-mine" className={css.title}>
        {text('questions.mine')}
      </h3>
      <ul className={css.list}>
        {mine.map((question) => (
          <PlainQuestion key={question.id} question={question} own />
        ))}
      </ul>
    </section>
  );
}
