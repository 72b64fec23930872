import type { Id, Question } from '@track2/shared';
import { type ReactNode, useId, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Asker } from './Asker.tsx';
import cardCss from './card.module.css';
import { DialogForm } from './DialogForm.tsx';
import formCss from './form.module.css';
import { mergeTargets } from './groups.ts';
import { QuestionText } from './QuestionText.tsx';
import css from './questions.module.css';
import { useDialogText } from './useDialogText.ts';

type Props = { question: Question; onClose(): void };

/** Chooses the question that this one is the same as. */
export function MergeDialog({ question, onClose }: Props): ReactNode {
  const text = useDialogText();
  const others = useMeeting(({ state }) => mergeTargets(state.questions, question.id));
  const [chosen, setChosen] = useState<Id | null>(null);
  const into = others.find(({ id }) => id === chosen)?.id ?? null;
  return (
    <Dialog title={text('dialog.merge')} onClose={onClose} size="wide">
      <div className={cardCss.beside} data-what="target">
        <QuestionText question={question} />
      </div>
      <DialogForm
        command={{ type: 'questions.merge', question: question.id, into: into ?? '' }}
        problem={into === null ? 'missing' : null}
        act={text('dialog.merge.act')}
        onClose={onClose}
      >
        {(wrong) => (
          <>
            <p className={css.quiet}>{text(others.length === 0 ? 'dialog.merge.none' : 'dialog.merge.why')}</p>
            <fieldset className={formCss.choices} aria-label={text('dialog.merge.choices')}>
              {others.map((other) => (
                <Choice
                  key={other.id}
                  question={other}
                  chosen={other.id === into}
                  onChoose={() => setChosen(other.id)}
                />
              ))}
            </fieldset>
            {wrong !== null && <span className={formCss.error}>{text('dialog.merge.missing')}</span>}
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}

function Choice({ question, chosen, onChoose }: { question: Question; chosen: boolean; onChoose(): void }): ReactNode {
  const id = useId();
  return (
    <div className={formCss.choice}>
      <input id={id} type="radio" name="into" checked={chosen} onChange={onChoose} />
      <label htmlFor={id}>
        <span className={cardCss.meta}>
          <Asker question={question} />
        </span>
        <QuestionText question={question} lines={2} />
      </label>
    </div>
  );
}
