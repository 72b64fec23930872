import { type Command, type Id, isSeatPresent, memberById, type Turn, usedAt } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useLanguage } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { askingWords } from './askingWords.ts';
import styles from './dialogs.module.css';

type Props = { onClose: () => void };
type To = Extract<Command, { type: 'floor.yield' }>['to'];

/** Gives the rest of the own time away: to the chair, to questions, or to another seat. */
export function YieldDialog({ onClose }: Props): ReactNode {
  const say = useLaterText(askingWords);
  const formats = useFormats();
  const now = useMeetingNow(500);
  const turn = useMeeting(({ state, me }) => {
    const seat = memberById(state, me)?.seat;
    return state.floor.turns.find((each) => each.seat === seat);
  });
  const leftMs = turn === undefined ? 0 : Math.max(0, (turn.limitMs ?? 0) - usedAt(turn, now));
  return (
    <Dialog title={say('asking.yield')} onClose={onClose}>
      <p>{say('asking.yield.left', { time: formats.clock(Math.ceil(leftMs / 1000) * 1000) })}</p>
      {turn !== undefined && (
        <>
          <Yield turn={turn} to={{ kind: 'chair' }} label={say('asking.yield.chair')} onClose={onClose}>
            {say('asking.yield.chair.why')}
          </Yield>
          <Yield turn={turn} to={{ kind: 'questions' }} label={say('asking.yield.questions')} onClose={onClose}>
            {say('asking.yield.questions.why')}
          </Yield>
          <ToSeat turn={turn} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

function Yield(props: Props & { turn: Turn; to: To; label: string; children: ReactNode }): ReactNode {
  const { turn, to, label, children, onClose } = props;
  return (
    <div className={styles.act}>
      <CommandButton
        command={{ type: 'floor.yield', turn: turn.id, to }}
        label={label}
        reason="below"
        onAnswer={({ outcome }) => outcome === 'applied' && onClose()}
      />
      <small>{children}</small>
    </div>
  );
}

/** The seats whose people are there, by their names. */
function ToSeat({ turn, onClose }: Props & { turn: Turn }): ReactNode {
  const say = useLaterText(askingWords);
  const language = useLanguage();
  const nameOf = useSeatWords();
  const [seat, setSeat] = useState<Id>('');
  const present = useMeeting(({ state }) =>
    state.roster.seats.filter(({ id }) => id !== turn.seat && isSeatPresent(state, id)).map(({ id }) => id),
  );
  const choices = present
    .map((id) => ({ id, label: nameOf(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <div className={styles.act}>
      <Select
        label={say('asking.yield.seat')}
        value={seat}
        choices={[{ id: '', label: say('asking.yield.seat.choose') }, ...choices]}
        onChange={setSeat}
      />
      <small>{say('asking.yield.seat.why')}</small>
      {seat !== '' && (
        <CommandButton
          command={{ type: 'floor.yield', turn: turn.id, to: { kind: 'seat', seat } }}
          label={say('asking.yield.seat.send', { name: nameOf(seat) })}
          reason="below"
          onAnswer={({ outcome }) => outcome === 'applied' && onClose()}
        />
      )}
    </div>
  );
}
