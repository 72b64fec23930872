import { isInterruption, type Turn } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './console.module.css';
import { SeatPicker } from './SeatPicker.tsx';

const kinds = ['interposed', 'pointOfOrder'] as const;

/** Lets another seat speak in the middle of a turn, whose clock stands meanwhile. An interruption has none of its own. */
export function Interrupt({ turn }: { turn: Turn }): ReactNode {
  const text = useText();
  const name = useSeatWords()(turn.seat);
  const [open, setOpen] = useState(false);
  // Whoever is asked: what speaks against it speaks against anybody.
  const someone = useMeeting(({ state }) => state.roster.seats.find(({ id }) => id !== turn.seat)?.id ?? turn.seat);
  const refusal = usePreview({ type: 'floor.interpose', turn: turn.id, seat: someone, kind: 'interposed' });
  const hinders = refusal !== null && !aboutTheSeat.has(refusal.code) ? refusal : null;
  const reason = useRefusalText()(hinders);
  if (isInterruption(turn)) return null;
  const label = text('chair.interrupt');
  return (
    <>
      <Button
        size="small"
        name={text('chair.named', { act: label, name })}
        refusal={reason}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && <InterruptDialog turn={turn} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Refusals that another choice of the seat may settle. */
const aboutTheSeat: ReadonlySet<string> = new Set([
  'floor.seatAbsent',
  'floor.seatBackstage',
  'floor.seatHasTurn',
  'floor.unknownSeat',
]);

function InterruptDialog({ turn, name, onClose }: { turn: Turn; name: string; onClose(): void }): ReactNode {
  const text = useText();
  const [kind, setKind] = useState<(typeof kinds)[number]>('interposed');
  return (
    <Dialog title={text('chair.interrupt.title', { name })} onClose={onClose}>
      <p className={css.quiet}>{text('chair.interrupt.hint')}</p>
      <fieldset className={css.kinds} aria-label={text('chair.interrupt.kind')}>
        {kinds.map((each) => (
          <Button key={each} size="small" pressed={each === kind} onPress={() => setKind(each)}>
            {text(`chair.interrupt.${each}`)}
          </Button>
        ))}
      </fieldset>
      <SeatPicker
        without={[turn.seat]}
        acts={[
          {
            id: 'interpose',
            commandFor: (seat) => ({ type: 'floor.interpose', turn: turn.id, seat, kind }),
            label: text('chair.interrupt.give'),
            nameFor: (other) => text('chair.interrupt.giveNamed', { name: other }),
          },
        ]}
        onDone={onClose}
      />
    </Dialog>
  );
}
