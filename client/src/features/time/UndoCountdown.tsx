import type { UndoableAct } from '@track2/shared';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords } from '../../text/Words.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { lastAct, wordsOf } from './lastAct.ts';
import styles from './UndoBar.module.css';

/** The latest act that can be taken back, in words, for as long as it can. Loaded with the first act. */
export function UndoCountdown() {
  const now = useMeetingNow(200);
  const act = useMeeting(({ state }) => lastAct(state, now));
  return act === null ? null : <Act key={act.id} act={act} leftMs={act.until - now} />;
}

function Act({ act, leftMs }: { act: UndoableAct; leftMs: number }) {
  const text = useText();
  const words = useActWords(act);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => announce(text('time.undo.say', { act: words }), 'polite'), [words, text]);
  useUndoKey(act);
  useFocusBack(bar);
  return (
    <section
      ref={bar}
      className={styles.bar}
      aria-label={text('time.undo.label')}
      // It stays within reach while a dialog is open, and a press on it is none beside the dialog.
      data-react-aria-top-layer="true"
    >
      <p dir="auto">{words}</p>
      <CommandButton
        command={{ type: 'session.undo', of: act.id }}
        label={text('time.undo', { seconds: Math.ceil(leftMs / 1000) })}
        name={text('time.undo.named', { act: words })}
        icon="undo"
        size="small"
      />
    </section>
  );
}

function useActWords(act: UndoableAct): string {
  const text = useText();
  const language = useLanguage();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const said = wordsOf(state, act);
  if (said === null) return text('time.undo.any');
  if ('seat' in said) return text(said.key, { name: nameOf(said.seat) });
  const title = state.agenda.items.find(({ id }) => id === said.item)?.title ?? null;
  return text(said.key, { title: pickWords(title, language)?.text ?? text('agenda.untitled') });
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);

/** Control or Command with Z, as everywhere. */
const isUndo = ({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  code === 'KeyZ' && (ctrlKey || metaKey) && !shiftKey && !altKey;

/** Takes the act back by key; while somebody writes that belongs to what is written. */
function useUndoKey({ id }: UndoableAct): void {
  const act = useSend();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isUndo(event) || event.repeat || isTextField(event.target)) return;
      event.preventDefault();
      void act({ type: 'session.undo', of: id }); // a refusal is shown by the sender
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [act, id]);
}

/** Gives the focus back to where it came from when the bar goes away with it. */
function useFocusBack(bar: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const own = bar.current;
    let before: EventTarget | null = null;
    const remember = (event: FocusEvent): void => {
      before = event.relatedTarget;
    };
    own?.addEventListener('focusin', remember);
    return () => {
      own?.removeEventListener('focusin', remember);
      if (own?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [bar]);
}
