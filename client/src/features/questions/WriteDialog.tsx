import type { Question } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../text/index.ts';
import { directionOf } from '../../text/Words.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './card.module.css';
import { DialogForm } from './DialogForm.tsx';
import { LanguageField } from './QuestionFields.tsx';
import { Beside, QuestionText } from './QuestionText.tsx';
import { languageOfText, type QuestionLanguage, questionLanguages } from './textLanguage.ts';
import { useDialogText } from './useDialogText.ts';

const most = { answer: 2000, translation: 1000 } as const;

type Props = { kind: 'answer' | 'translation'; question: Question; onClose(): void };

/** Writes an answer or a translation, with the question before one's eyes. */
export function WriteDialog({ kind, question, onClose }: Props): ReactNode {
  const text = useDialogText();
  const before = question[kind];
  const [written, setWritten] = useState(() => (before !== null && 'text' in before.text ? before.text.text : ''));
  const [chosen, setChosen] = useState<QuestionLanguage | null>(
    () => questionLanguages.find((tag) => tag === before?.language) ?? null,
  );
  const language = useWrittenLanguage(written, chosen, kind === 'translation' ? question.language : null);
  const said = written.trim();
  const problem = said === '' ? 'missing' : said.length > most[kind] ? 'long' : null;
  const type = kind === 'answer' ? 'questions.answerInWriting' : 'questions.translate';
  return (
    <Dialog title={text(`dialog.${kind}`)} onClose={onClose}>
      <div className={css.beside} data-what="target">
        <QuestionText question={question} />
        {kind === 'answer' && question.translation !== null && (
          <Beside what="translation" said={question.translation} />
        )}
      </div>
      <DialogForm
        command={{ type, question: question.id, text: said, language }}
        problem={problem}
        onClose={onClose}
        beside={kind === 'translation' && before !== null ? <TakeAway question={question} onClose={onClose} /> : null}
      >
        {(wrong) => (
          <>
            <Field
              label={text(`dialog.${kind}.text`)}
              multiline
              value={written}
              lang={language}
              dir={written === '' ? 'auto' : directionOf(language)}
              onChange={setWritten}
              hint={kind === 'answer' ? text('dialog.answer.why') : null}
              error={
                wrong === null
                  ? null
                  : text(wrong === 'long' ? 'dialog.long' : `dialog.${kind}.missing`, { most: most[kind] })
              }
            />
            <LanguageField
              value={language}
              {...(kind === 'translation' ? { except: question.language } : {})}
              onChange={setChosen}
            />
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** The chosen language, else what the letters tell; for a translation another one than that of the question. */
function useWrittenLanguage(written: string, chosen: QuestionLanguage | null, not: string | null): QuestionLanguage {
  const page = useLanguage();
  const likely = languageOfText(written, page);
  if (chosen !== null) return chosen;
  if (likely !== not) return likely;
  return page === not ? (page === 'en' ? 'fa' : 'en') : page;
}

function TakeAway({ question, onClose }: { question: Question; onClose(): void }): ReactNode {
  const text = useDialogText();
  return (
    <CommandButton
      command={{ type: 'questions.translate', question: question.id, text: null, language: question.language }}
      label={text('dialog.translation.remove')}
      variant="danger"
      onAnswer={({ outcome }) => {
        if (outcome === 'applied') onClose();
      }}
    />
  );
}
