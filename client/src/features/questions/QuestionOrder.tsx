import { type Id, type Question, questionById, roundById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats } from '../../text/index.ts';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OrderList } from '../../ui/OrderList.tsx';
import { placeAfterStep } from '../../ui/order.ts';
import { Asker } from './Asker.tsx';
import cardCss from './card.module.css';
import formCss from './form.module.css';
import { questionGroups } from './groups.ts';
import { QuestionText, useQuestionWords } from './QuestionText.tsx';
import css from './questions.module.css';
import { useDialogText } from './useDialogText.ts';

type Props = { round: Id | null; onClose(): void };

/** Puts the questions of a round, or those that wait for the next (null), in order. */
export function QuestionOrder({ round: id, onClose }: Props): ReactNode {
  const text = useDialogText();
  const send = useSend();
  const { number } = useFormats();
  const wordsOf = useQuestionWords();
  const state = useMeeting((meeting) => meeting.state);
  const round = id === null ? undefined : roundById(state, id);
  const ids =
    id === null ? questionGroups(state.questions).waiting.map((waiting) => waiting.id) : (round?.questions ?? []);
  const questions = ids.flatMap((each) => questionById(state, each) ?? []);
  const order = questions.map((question) => question.id);
  const title =
    round === undefined ? text('dialog.order.waiting') : text('dialog.order.round', { number: round.number });
  return (
    <Dialog title={title} onClose={onClose} size="wide">
      <p className={css.quiet}>{text('dialog.order.why')}</p>
      <OrderList
        label={title}
        lines={questions.map((question, at) => ({
          id: question.id,
          words: text('dialog.order.line', { number: at + 1, what: wordsOf(question) }),
          content: (
            <>
              <span className={cardCss.number}>{number(at + 1)}</span>
              <Line question={question} order={order} />
            </>
          ),
        }))}
        dragName={(what) => text('dialog.order.drag', { what })}
        onMove={(question, before) => {
          void send({ type: 'questions.move', question, before }); // useSend says what went wrong
        }}
      />
    </Dialog>
  );
}

function Line({ question, order }: { question: Question; order: readonly Id[] }): ReactNode {
  const text = useDialogText();
  const what = useQuestionWords()(question);
  const up = placeAfterStep(order, question.id, 'up');
  const down = placeAfterStep(order, question.id, 'down');
  return (
    <div className={formCss.line}>
      <div>
        <span className={cardCss.meta}>
          <Asker question={question} />
        </span>
        <QuestionText question={question} lines={1} />
      </div>
      <CommandIconButton
        icon="up"
        label={text('dialog.order.up', { what })}
        command={up === null ? null : { type: 'questions.move', question: question.id, ...up }}
        refusal={up === null ? text('dialog.order.first') : null}
      />
      <CommandIconButton
        icon="down"
        label={text('dialog.order.down', { what })}
        command={down === null ? null : { type: 'questions.move', question: question.id, ...down }}
        refusal={down === null ? text('dialog.order.last') : null}
      />
    </div>
  );
}
