import { type Question, questionById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useAskerWords } from './Asker.tsx';
import css from './card.module.css';
import { Beside, QuestionText } from './QuestionText.tsx';
import { useOwnSeat } from './seats.ts';
import { showQuestion } from './showQuestion.ts';

/** All that is said of a question: what it follows, its words with their translation, for whom it is, its answer. */
export function QuestionBody({ question }: { question: Question }): ReactNode {
  const { translation, answer } = question;
  return (
    <>
      <Follows question={question} />
      <QuestionText question={question} />
      {translation !== null && <Beside what="translation" said={translation} />}
      <Facts question={question} />
      {answer !== null && <Beside what="answer" said={answer} />}
    </>
  );
}

/** The question that this one follows up, to which a press leads. */
function Follows({ question: { followUp } }: { question: Question }): ReactNode {
  const text = useText();
  const nameOf = useAskerWords();
  const own = useOwnSeat();
  const first = useMeeting(({ state }) => (followUp === null ? null : questionById(state, followUp)));
  if (first === null) return null;
  if (first === undefined) return <p className={css.follows}>{text('questions.followsHidden')}</p>;
  return (
    <button type="button" className={css.follows} onClick={() => showQuestion(first.id)}>
      <Icon name="later" size="small" />
      {first.seat !== null && first.seat === own
        ? text('questions.followsMine')
        : text('questions.follows', { name: nameOf(first.seat) })}
    </button>
  );
}

function Facts({ question }: { question: Question }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const own = useOwnSeat();
  const { live, addressee, anonymous, seat, labels, text: words } = question;
  const known = labels.flatMap((label) => ('text' in label ? [label.text] : []));
  const kept = anonymous && seat !== null;
  if (!(live && words !== null) && addressee === null && !kept && known.length === 0) return null;
  return (
    <ul className={css.facts}>
      {live && words !== null && <li>{text('questions.live')}</li>}
      {addressee !== null && (
        <li data-tone={addressee === own ? 'accent' : undefined}>
          {addressee === own ? text('questions.forYou') : text('questions.for', { name: nameOf(addressee) })}
        </li>
      )}
      {kept && (
        <li>
          <Icon name="lock" size="small" />
          {text(seat === own ? 'questions.unnamed.mine' : 'questions.unnamed.bench')}
        </li>
      )}
      {known.map((label) => (
        <li key={label} className={css.tag}>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  );
}
