import { type ReactNode, useId, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { directionOf } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Select } from '../../ui/Select.tsx';
import { draftQuestion, useUi } from '../../ui/uiStore.ts';
import css from './questions.module.css';
import { languageOfText, type QuestionLanguage, questionLanguages } from './textLanguage.ts';

const mostLetters = 1000;
/** From here on it is told how much room is left. */
const tellFrom = 800;

/** The form of a question, in any language. What is written stays while other panels are looked at. */
export function QuestionForm(): ReactNode {
  const text = useText();
  const send = useSend();
  const ids = { text: useId(), error: useId() };
  const draft = useUi((ui) => ui.questionDraft);
  const interfaceLanguage = useLanguage();
  const [chosen, setChosen] = useState<QuestionLanguage | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const language = chosen ?? languageOfText(draft, interfaceLanguage);
  const question = draft.trim();
  const tooLong = question.length > mostLetters;
  const refusal = useRefusalText()(usePreview({ type: 'questions.submit', text: '?', language }));
  const error = tooLong
    ? text('questions.text.long', { most: mostLetters })
    : missing
      ? text('questions.text.missing')
      : null;
  const submit = async (): Promise<void> => {
    if (question === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    const answer = await send({ type: 'questions.submit', text: question, language });
    setBusy(false);
    if (answer.outcome !== 'applied') return;
    draftQuestion('');
    setChosen(null);
    announce(text('questions.sent'), 'polite');
  };
  return (
    <form
      className={css.form}
      aria-label={text('questions.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !tooLong && refusal === null) void submit(); // useSend says what went wrong
      }}
    >
      <div className={css.field}>
        <label className={css.label} htmlFor={ids.text}>
          {text('questions.text')}
        </label>
        <textarea
          id={ids.text}
          className={css.area}
          value={draft}
          lang={language}
          dir={draft === '' ? undefined : directionOf(language)}
          placeholder={text('questions.text.placeholder')}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : ids.error}
          onChange={(event) => {
            setMissing(false);
            draftQuestion(event.target.value);
          }}
        />
        {error !== null && (
          <span className={css.error} id={ids.error}>
            {error}
          </span>
        )}
        {!tooLong && question.length >= tellFrom && (
          <span className={css.label}>{text('questions.text.left', { left: mostLetters - question.length })}</span>
        )}
      </div>
      <div className={css.formFoot}>
        <LanguageField value={language} onChange={setChosen} />
        <Button type="submit" variant="primary" busy={busy} refusal={refusal} reason="below">
          {text('questions.send')}
        </Button>
      </div>
      <p className={css.label}>{text('questions.ask.hint')}</p>
    </form>
  );
}

type LanguageProps = { value: QuestionLanguage; onChange(language: QuestionLanguage): void };

function LanguageField({ value, onChange }: LanguageProps): ReactNode {
  const text = useText();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language', languageDisplay: 'dialect' });
  const choices = questionLanguages.map((tag) => ({ id: tag, label: names.of(tag) ?? tag }));
  return <Select label={text('questions.language')} value={value} choices={choices} onChange={onChange} />;
}
