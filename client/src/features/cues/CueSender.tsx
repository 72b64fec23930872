import type { Cue, CueKind, Turn } from '@track2/shared';
import { useEffect, useRef, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useLanguage, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
import css from './cues.module.css';
import { cueKinds, cuesOf, cueTurns } from './cues.ts';
import { useCueKeys } from './useCueKeys.ts';
import { useTimeOf } from './useTimeOf.ts';

/** How many of the latest cues are told with their times. */
const MOST_TOLD = 2;

type Props = {
  /** Whether the keys 1 to 7 send cues. */
  keys: boolean;
};

/** To whom, the seven cues of one press each, and what became of the latest. */
export function CueSender({ keys }: Props) {
  const text = useText();
  const nameOf = useSeatWords();
  const turns = useMeeting(({ state, me }) => cueTurns(state, me));
  const [chosen, choose] = useState<string | null>(null);
  const turn = turns.find(({ id }) => id === chosen) ?? turns[0];
  if (turn === undefined) return <p className={css.quiet}>{text('cues.none')}</p>;
  return (
    <div className={css.sender}>
      {turns.length < 2 ? null : (
        <fieldset className={css.turns} aria-label={text('cues.toWhom')}>
          {turns.map(({ id, seat }) => (
            <Button key={id} size="small" pressed={id === turn.id} onPress={() => choose(id)}>
              {text('cues.to', { name: nameOf(seat) })}
            </Button>
          ))}
        </fieldset>
      )}
      <ForTurn key={turn.id} turn={turn} keys={keys} />
    </div>
  );
}

function ForTurn({ turn, keys }: { turn: Turn; keys: boolean }) {
  const language = useLanguage();
  const on = useUi((ui) => ui.shortcuts === 'on');
  const cues = useMeeting(({ state }) => cuesOf(state, turn.id));
  useCueKeys(keys ? turn.id : null);
  useSeenRead(cues);
  return (
    <>
      <ul className={css.buttons}>
        {cueKinds.map((kind) => (
          <SendCue
            key={kind}
            turn={turn}
            kind={kind}
            cap={keys && on ? capOf(shortcuts.cues[kind], language) : null}
            latest={cues.find((cue) => cue.kind === kind) ?? null}
          />
        ))}
      </ul>
      <Latest cues={cues.slice(0, MOST_TOLD)} />
    </>
  );
}

type SendProps = { turn: Turn; kind: CueKind; cap: string | null; latest: Cue | null };

function SendCue({ turn, kind, cap, latest }: SendProps) {
  const text = useText();
  const nameOf = useSeatWords();
  const label = text(`cues.send.${kind}`);
  const became = latest === null ? null : latest.acknowledgedAt === null ? 'sent' : 'seen';
  return (
    <li data-became={became ?? undefined}>
      <CommandButton
        width="full"
        command={{ type: 'keynote.sendCue', turn: turn.id, kind }}
        label={label}
        name={text('cues.send.named', { cue: label, name: nameOf(turn.seat) })}
        after={
          <>
            {became === null ? null : <small>{text(`cues.${became}`)}</small>}
            {cap === null ? null : <span className={css.key} data-cap={cap} aria-hidden="true" />}
          </>
        }
      />
    </li>
  );
}

function Latest({ cues }: { cues: readonly Cue[] }) {
  const text = useText();
  const time = useTimeOf();
  if (cues.length === 0) return null;
  return (
    <ul className={css.latest} aria-label={text('cues.latest')}>
      {cues.map(({ id, kind, sentAt, acknowledgedAt }) => (
        <li key={id}>
          <b>{text(`cues.send.${kind}`)}</b>{' '}
          {acknowledgedAt === null
            ? text('cues.latest.sent', { sent: time(sentAt) })
            : text('cues.latest.seen', { sent: time(sentAt), seen: time(acknowledgedAt) })}
        </li>
      ))}
    </ul>
  );
}

/** Has it read out when the speaker acknowledges a cue. */
function useSeenRead(cues: readonly Cue[]): void {
  const text = useText();
  const nameOf = useSeatWords();
  const waiting = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const seen = cues.find((cue) => cue.acknowledgedAt !== null && waiting.current.has(cue.id));
    waiting.current = new Set(cues.filter((cue) => cue.acknowledgedAt === null).map(({ id }) => id));
    if (seen === undefined) return;
    announce(text('cues.say.seen', { name: nameOf(seen.seat), cue: text(`cues.send.${seen.kind}`) }), 'polite');
  }, [cues, nameOf, text]);
}
