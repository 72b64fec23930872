import { type Id, isPublic, type Question, questionById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { useAskerWords } from './Asker.tsx';
import cardCss from './card.module.css';
import { openDialog } from './dialogStore.ts';
import formCss from './form.module.css';
import { QuestionBody } from './QuestionBody.tsx';
import { QuestionText, useQuestionWords } from './QuestionText.tsx';

/** A question of one's own: how it stands, and what one may still do with it. */
export function OwnQuestion({ question }: { question: Question }): ReactNode {
  const text = useText();
  const { id, status, left } = question;
  const round = useMeeting(({ state }) => state.questions.rounds.findLast((each) => each.questions.includes(id)));
  const gone = status === 'dismissed' || status === 'withdrawn' || status === 'merged';
  const open = status === 'accepted' || status === 'deferred' || status === 'partlyAnswered';
  return (
    <li className={cardCss.card} data-plain="" data-state={gone ? 'left' : undefined} data-question={id} tabIndex={-1}>
      <div className={cardCss.meta}>
        <b>{text(`questions.status.${status}`, { round: round?.number ?? 0 })}</b>
        {open && left !== null && <span>{text(`questions.to.${left}`)}</span>}
      </div>
      {isPublic(status) ? <QuestionText question={question} lines={2} /> : <QuestionBody question={question} />}
      {status === 'merged' && question.mergedInto !== null && <Target id={question.mergedInto} />}
      <OwnActs question={question} />
    </li>
  );
}

/** The question that this one is asked together with, as far as it is in sight. */
function Target({ id }: { id: Id }): ReactNode {
  const text = useText();
  const nameOf = useAskerWords();
  const target = useMeeting(({ state }) => questionById(state, id));
  if (target === undefined) return null;
  return (
    <div className={cardCss.beside} data-what="target">
      <span className={formCss.label}>{text('questions.mergedWith', { name: nameOf(target.seat) })}</span>
      <QuestionText question={target} />
    </div>
  );
}

function OwnActs({ question }: { question: Question }): ReactNode {
  const text = useText();
  const what = useQuestionWords()(question);
  const { id, status, language, text: words } = question;
  const withdraw = { type: 'questions.withdraw', question: id } as const;
  const withdrawable = usePreview(withdraw) === null && status !== 'withdrawn';
  const other = language === 'en' ? 'fa' : 'en';
  const translatable =
    usePreview({ type: 'questions.translate', question: id, text: '?', language: other }) === null && words !== null;
  return (
    <div className={cardCss.acts}>
      {status === 'submitted' && (
        <Button
          size="small"
          name={text('questions.editNamed', { what })}
          onPress={() => openDialog({ kind: 'edit', question: id })}
        >
          {text('questions.edit')}
        </Button>
      )}
      {status === 'withdrawn' && (
        <CommandButton
          command={{ type: 'questions.restore', question: id }}
          label={text('questions.askAgain')}
          name={text('questions.askAgainNamed', { what })}
          size="small"
        />
      )}
      {translatable && status !== 'withdrawn' && (
        <Button
          size="small"
          variant="quiet"
          name={text('questions.translateMine', { what })}
          onPress={() => openDialog({ kind: 'translation', question: id })}
        >
          {text('questions.translate')}
        </Button>
      )}
      {withdrawable && (
        <CommandButton
          command={withdraw}
          label={text('questions.withdraw')}
          name={text('questions.withdrawNamed', { what })}
          size="small"
          variant="quiet"
        />
      )}
    </div>
  );
}
