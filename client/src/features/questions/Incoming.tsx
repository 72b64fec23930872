import type { Question } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Count } from '../../ui/Badge.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Asker, useAskerWords } from './Asker.tsx';
import { dismissed, incoming } from './groups.ts';
import { QuestionText } from './QuestionText.tsx';
import css from './questions.module.css';

/** Submitted questions for those who run the meeting: accept or put aside; what was put aside can be restored. */
export function Incoming(): ReactNode {
  const text = useText();
  const formats = useFormats();
  const questions = useMeeting(({ state }) => state.questions);
  const fresh = incoming(questions);
  const aside = dismissed(questions);
  return (
    <section className={css.section} aria-labelledby="questions-incoming">
      <div className={css.head}>
        <h3 id="questions-incoming">{text('questions.incoming')}</h3>
        {fresh.length > 0 && <Count value={fresh.length} />}
      </div>
      {fresh.length === 0 && <p className={css.quiet}>{text('questions.incoming.none')}</p>}
      <ul className={css.list}>
        {fresh.map((question) => (
          <Submitted key={question.id} question={question} />
        ))}
      </ul>
      {aside.length > 0 && (
        <details className={css.folded}>
          <summary>
            {text('questions.dismissed')} ({formats.number(aside.length)})
          </summary>
          <ul className={css.list}>
            {aside.map((question) => (
              <PutAside key={question.id} question={question} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Submitted({ question }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(question.seat);
  return (
    <li className={css.card} data-plain="">
      <div className={css.meta}>
        <Asker question={question} />
      </div>
      <QuestionText question={question} />
      <div className={css.acts}>
        <CommandButton
          command={{ type: 'questions.accept', question: question.id }}
          label={text('questions.accept')}
          name={text('questions.acceptNamed', { name })}
          size="small"
        />
        <CommandButton
          command={{ type: 'questions.dismiss', question: question.id }}
          label={text('questions.dismiss')}
          name={text('questions.dismissNamed', { name })}
          size="small"
          variant="quiet"
        />
      </div>
    </li>
  );
}

function PutAside({ question }: { question: Question }): ReactNode {
  const text = useText();
  const name = useAskerWords()(question.seat);
  return (
    <li className={css.card} data-plain="" data-state="deferred">
      <div className={css.meta}>
        <Asker question={question} />
      </div>
      <QuestionText question={question} />
      <div className={css.acts}>
        <CommandButton
          command={{ type: 'questions.restore', question: question.id }}
          label={text('questions.restore')}
          name={text('questions.restoreNamed', { name })}
          size="small"
        />
      </div>
    </li>
  );
}
