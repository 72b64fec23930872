import type { Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Count } from '../../ui/Badge.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Asker, useAskerWords } from './Asker.tsx';
import { CardList } from './CardList.tsx';
import cardCss from './card.module.css';
import { DeskActs } from './DeskActs.tsx';
import { incoming, putAside } from './groups.ts';
import { QuestionBody } from './QuestionBody.tsx';
import css from './questions.module.css';
import { useDeskText } from './useDeskText.ts';

/** Submitted questions for those who run the meeting: accept, merge or put aside; nothing of it is lost. */
export function Incoming(): ReactNode {
  const text = useDeskText();
  const formats = useFormats();
  const questions = useMeeting(({ state }) => state.questions);
  const fresh = incoming(questions);
  const aside = putAside(questions);
  return (
    <section className={css.section} aria-labelledby="questions-incoming">
      <div className={css.head}>
        <h3 id="questions-incoming">{text('desk.incoming')}</h3>
        {fresh.length > 0 && <Count value={fresh.length} />}
      </div>
      {fresh.length === 0 && <p className={css.quiet}>{text('desk.incoming.none')}</p>}
      <CardList>
        {fresh.map((question) => (
          <li key={question.id} className={cardCss.card} data-plain="" data-question={question.id} tabIndex={-1}>
            <div className={cardCss.meta}>
              <Asker question={question} />
            </div>
            <QuestionBody question={question} />
            <div className={cardCss.acts}>
              <DeskActs question={question} />
            </div>
          </li>
        ))}
      </CardList>
      {aside.length > 0 && (
        <details className={css.folded}>
          <summary>
            {text('desk.aside')} ({formats.number(aside.length)})
          </summary>
          <CardList>
            {aside.map((question) => (
              <PutAside key={question.id} question={question} />
            ))}
          </CardList>
        </details>
      )}
    </section>
  );
}

function PutAside({ question }: { question: Question }): ReactNode {
  const say = useText();
  const text = useDeskText();
  const name = useAskerWords()(question.seat);
  return (
    <li className={cardCss.card} data-plain="" data-state="left" data-question={question.id} tabIndex={-1}>
      <div className={cardCss.meta}>
        <Asker question={question} />
        <span className={cardCss.state}>{say(`questions.status.${question.status}`)}</span>
      </div>
      <QuestionBody question={question} />
      {question.status !== 'withdrawn' && (
        <div className={cardCss.acts}>
          <CommandButton
            command={{ type: 'questions.restore', question: question.id }}
            label={text('desk.restore')}
            name={text('desk.restoreNamed', { name })}
            size="small"
          />
        </div>
      )}
    </li>
  );
}
