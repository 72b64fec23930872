import type { Question } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './card.module.css';
import { DialogForm } from './DialogForm.tsx';
import { areLabels, labelsFrom, labelsInUse, labelsOf, MOST_LABEL_LETTERS, MOST_LABELS } from './labels.ts';
import { useDialogText } from './useDialogText.ts';

type Props = { question: Question; onClose(): void };

/** Writes the labels of a question, or takes some that other questions have. */
export function LabelsDialog({ question, onClose }: Props): ReactNode {
  const text = useDialogText();
  const [typed, setTyped] = useState(() => labelsOf(question).join(', '));
  const used = labelsInUse(useMeeting(({ state }) => state.questions.questions));
  const labels = labelsFrom(typed);
  const bounds = { most: MOST_LABELS, letters: MOST_LABEL_LETTERS };
  const turn = (label: string): void =>
    setTyped((labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label]).join(', '));
  return (
    <Dialog title={text('dialog.labels')} onClose={onClose}>
      <DialogForm
        command={{ type: 'questions.label', question: question.id, labels }}
        problem={areLabels(labels) ? null : 'bad'}
        onClose={onClose}
      >
        {(wrong) => (
          <>
            <Field
              label={text('dialog.labels.text')}
              value={typed}
              onChange={setTyped}
              hint={text('dialog.labels.why', bounds)}
              error={wrong === null ? null : text('dialog.labels.bad', bounds)}
            />
            {used.length > 0 && (
              <fieldset className={css.marks} aria-label={text('dialog.labels.used')}>
                {used.map((label) => (
                  <Button key={label} size="small" pressed={labels.includes(label)} onPress={() => turn(label)}>
                    <bdi>{label}</bdi>
                  </Button>
                ))}
              </fieldset>
            )}
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}
