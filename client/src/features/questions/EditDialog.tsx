import type { Question } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../text/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogForm } from './DialogForm.tsx';
import { type Draft, draftOf, problemOf, submitOf } from './draft.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { useDialogText } from './useDialogText.ts';

type Props = { question: Question; onClose(): void };

/** Changes a question of one's own, as long as nobody has accepted it. */
export function EditDialog({ question, onClose }: Props): ReactNode {
  const text = useDialogText();
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => draftOf(question));
  const { live: _, followUp: __, type: ___, ...change } = submitOf(draft, language);
  return (
    <Dialog title={text('dialog.edit')} onClose={onClose}>
      <DialogForm
        command={{ type: 'questions.edit', question: question.id, ...change }}
        problem={problemOf(draft)}
        onClose={onClose}
      >
        {(problem) => (
          <QuestionFields
            draft={draft}
            problem={problem}
            onChange={(given) => setDraft((before) => ({ ...before, ...given }))}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
