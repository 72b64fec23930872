import { type Id, speakingRoles } from '@track2/shared';
import { type ReactNode, useId } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { directionOf } from '../../text/Words.tsx';
import { Select } from '../../ui/Select.tsx';
import { type Draft, languageOfDraft, MOST_LETTERS } from './draft.ts';
import css from './form.module.css';
import { useLanguageName } from './QuestionText.tsx';
import { useOwnSeat } from './seats.ts';
import { type QuestionLanguage, questionLanguages } from './textLanguage.ts';

/** From here on it is told how much room is left. */
const TELL_FROM = 800;

type Props = { draft: Draft; onChange(change: Partial<Draft>): void; problem: 'missing' | 'long' | null };

/** What is given of a question: its words and their language, for whom it is, and whether under one's name. */
export function QuestionFields({ draft, onChange, problem }: Props): ReactNode {
  return (
    <>
      <TextField draft={draft} onChange={onChange} problem={problem} />
      <div className={css.pair}>
        <LanguageField value={languageOfDraft(draft, useLanguage())} onChange={(language) => onChange({ language })} />
        <AddresseeField value={draft.addressee} onChange={(addressee) => onChange({ addressee })} />
      </div>
      <UnnamedField draft={draft} onChange={onChange} />
    </>
  );
}

function TextField({ draft, onChange, problem }: Props): ReactNode {
  const text = useText();
  const id = useId();
  const language = languageOfDraft(draft, useLanguage());
  const { length } = draft.text.trim();
  const error =
    problem === null ? null : text(`questions.text.${problem}`, problem === 'long' ? { most: MOST_LETTERS } : {});
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {text(draft.kind === 'live' ? 'questions.topic' : 'questions.text')}
      </label>
      <textarea
        id={id}
        className={css.area}
        value={draft.text}
        lang={language}
        dir={draft.text === '' ? undefined : directionOf(language)}
        placeholder={text('questions.text.placeholder')}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      {error !== null && (
        <span className={css.error} id={`${id}-error`}>
          {error}
        </span>
      )}
      {length <= MOST_LETTERS && length >= TELL_FROM && (
        <span className={css.label}>{text('questions.text.left', { left: MOST_LETTERS - length })}</span>
      )}
    </div>
  );
}

type LanguageProps = {
  value: QuestionLanguage;
  /** A language that cannot be chosen: a translation is into another one. */
  except?: string;
  onChange(language: QuestionLanguage): void;
};

/** The language that a text is in. */
export function LanguageField({ value, except, onChange }: LanguageProps): ReactNode {
  const text = useText();
  const nameOf = useLanguageName();
  const choices = questionLanguages.filter((tag) => tag !== except).map((tag) => ({ id: tag, label: nameOf(tag) }));
  return <Select label={text('questions.language')} value={value} choices={choices} onChange={onChange} />;
}

/** The seats that can be asked: those with a right to speak, but the own one. */
function AddresseeField({ value, onChange }: { value: Id | null; onChange(seat: Id | null): void }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const own = useOwnSeat();
  const seats = useMeeting(({ state }) => state.roster.seats);
  const asked = seats.filter(({ id, role }) => speakingRoles.includes(role) && id !== own);
  return (
    <Select
      label={text('questions.addressee')}
      value={asked.some(({ id }) => id === value) ? (value ?? '') : ''}
      choices={[
        { id: '', label: text('questions.addressee.nobody') },
        ...asked.map(({ id }) => ({ id, label: nameOf(id) })),
      ]}
      onChange={(seat) => onChange(seat === '' ? null : seat)}
    />
  );
}

function UnnamedField({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>): ReactNode {
  const text = useText();
  const id = useId();
  const live = draft.kind === 'live';
  return (
    <div className={css.check}>
      <input
        id={id}
        type="checkbox"
        checked={!live && draft.naming === 'unnamed'}
        aria-disabled={live || undefined}
        aria-describedby={`${id}-why`}
        onChange={(event) => {
          if (!live) onChange({ naming: event.target.checked ? 'unnamed' : 'named' });
        }}
      />
      <label htmlFor={id}>{text('questions.unnamed.choose')}</label>
      <span className={css.label} id={`${id}-why`}>
        {text(live ? 'questions.unnamed.live' : 'questions.unnamed.why')}
      </span>
    </div>
  );
}
