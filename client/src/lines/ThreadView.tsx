import { type Id, type Line, memberById } from '@track2/shared';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSend } from '../connection/hooks.ts';
import { useEntered, useManaging, useMeeting } from '../meeting/hooks.ts';
import { personIn } from '../meeting/view.ts';
import { useFormats, useSpoken } from '../text/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import css from './lines.module.css';
import { markRead } from './linesStore.ts';
import { isThere, threadOf } from './threads.ts';
import { useLinesText } from './useLinesText.ts';

/** The most letters of one line, as the meeting's rules have it. */
const MOST = 1000;

type Props = { of: Id | null; onBack: (() => void) | null };

/** One thread, the latest last, and the field to write in. What is shown counts as read. */
export function ThreadView({ of, onBack }: Props): ReactNode {
  const text = useLinesText();
  const managing = useManaging();
  const all = useMeeting(({ state }) => state.lines.lines);
  const me = useMeeting((view) => view.me);
  const there = useMeeting(({ state }) => isThere(state, of));
  const lines = all.filter((line) => threadOf(line, me) === of);
  const list = useRef<HTMLOListElement>(null);
  const latest = lines.at(-1)?.id;
  useEffect(() => {
    markRead(all.filter((line) => threadOf(line, me) === of).map(({ id }) => id));
  }, [all, me, of]);
  useEffect(() => {
    // The latest line stands at the end.
    if (latest !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [latest]);
  return (
    <>
      <p className={css.quiet}>
        {text(of === null ? 'lines.why.chair' : managing ? 'lines.why.person' : 'lines.why.private')}
      </p>
      {lines.length === 0 ? (
        <p className={css.quiet}>{text('lines.none')}</p>
      ) : (
        <ol ref={list} className={css.lines}>
          {lines.map((line) => (
            <OneLine key={line.id} line={line} mine={line.from === me} />
          ))}
        </ol>
      )}
      {there ? <WriteForm key={of ?? ''} of={of} /> : <Notice>{text('lines.away')}</Notice>}
      {onBack === null ? null : (
        <Button variant="quiet" onPress={onBack}>
          {text('lines.back')}
        </Button>
      )}
    </>
  );
}

function OneLine({ line, mine }: { line: Line; mine: boolean }): ReactNode {
  const text = useLinesText();
  const reader = useSpoken();
  const { time } = useFormats();
  const { timeZone } = useEntered().meeting;
  // In the lobby nobody is known by name; who answers there are the organisers.
  const name = useMeeting((view) =>
    memberById(view.state, line.from) === undefined ? null : personIn(view, line.from, reader).name,
  );
  return (
    <li className={css.line} data-mine={mine || undefined}>
      <p className={css.from}>
        <b>{mine ? text('lines.you') : <bdi>{name ?? text('lines.organisers')}</bdi>}</b>{' '}
        {time(line.moment.wall, timeZone)}
      </p>
      <p className={css.words} dir="auto">
        {'text' in line.text ? <bdi>{line.text.text}</bdi> : text('lines.purged')}
      </p>
    </li>
  );
}

function WriteForm({ of }: { of: Id | null }): ReactNode {
  const text = useLinesText();
  const send = useSend();
  const [written, setWritten] = useState('');
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const said = written.trim();
  const problem = said === '' ? text('lines.missing') : said.length > MOST ? text('lines.long', { most: MOST }) : null;
  const finish = async (): Promise<void> => {
    if (step === 'sending') return;
    setStep(problem === null ? 'sending' : 'tried');
    if (problem !== null) return;
    const answer = await send({ type: 'lines.write', to: of, text: said });
    setStep('writing');
    if (answer.outcome === 'applied') setWritten('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void finish(); // useSend says what went wrong
      }}
    >
      <Field
        label={text('lines.text')}
        multiline
        value={written}
        onChange={setWritten}
        error={step === 'tried' ? problem : null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window opens to write in
        autoFocus
      />
      <Button type="submit" variant="primary" busy={step === 'sending'}>
        {text('lines.send')}
      </Button>
    </form>
  );
}
