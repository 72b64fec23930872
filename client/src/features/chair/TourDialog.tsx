import { type Command, type Id, isSeatPresent, type TourOrder } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { seatsText as en } from '../../text/en/seats.ts';
import { seatsText as fa } from '../../text/fa/seats.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { pickWords } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { OrderList } from '../../ui/OrderList.tsx';
import page from './console.module.css';
import css from './speakersTable.module.css';
import { TourSeat } from './TourSeat.tsx';
import {
  inOrder,
  newTour,
  seatsIn,
  type TourDraft,
  toggled,
  tourBounds,
  tourCommand,
  tourLimit,
  withMoved,
} from './tourDraft.ts';

const words = { en, fa };
const orders: readonly TourOrder[] = ['seat', 'delegation', 'hand'];

/** Puts a tour de table together: in which order, who takes part, how long each may speak. */
export function TourDialog({ item, onClose }: { item: Id; onClose(): void }): ReactNode {
  const text = useText();
  const say = useLaterText(words);
  const { clock } = useFormats();
  const state = useMeeting((meeting) => meeting.state);
  const [draft, setDraft] = useState<TourDraft>(() => newTour(state, clock(state.session.policy.turnMs)));
  const command = tourCommand(draft, item);
  return (
    <Dialog title={text('chair.tour')} onClose={onClose} size="wide">
      <p className={page.quiet}>{say('seats.tour.hint')}</p>
      <Order draft={draft} onChange={setDraft} />
      <Field
        label={say('seats.tour.time')}
        value={draft.typed}
        dir="ltr"
        error={
          tourLimit(draft) === null
            ? text('time.lengthBad', { least: clock(tourBounds.least), most: clock(tourBounds.most) })
            : null
        }
        onChange={(typed) => setDraft({ ...draft, typed })}
      />
      <p>{say('seats.tour.seats', { count: seatsIn(draft).length, all: draft.seats.length })}</p>
      <Seats draft={draft} onChange={setDraft} />
      {command === null ? (
        <Button variant="primary" refusal={say('seats.tour.nobody')}>
          {say('seats.tour.start')}
        </Button>
      ) : (
        <Start command={command} onClose={onClose} />
      )}
      <Button onPress={onClose}>{text('chair.someoneElse.close')}</Button>
    </Dialog>
  );
}

function Start({ command, onClose }: { command: Command; onClose(): void }): ReactNode {
  const say = useLaterText(words);
  return (
    <CommandButton
      command={command}
      label={say('seats.tour.start')}
      variant="primary"
      reason="below"
      onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
    />
  );
}

type PartProps = { draft: TourDraft; onChange(draft: TourDraft): void };

function Order({ draft, onChange }: PartProps): ReactNode {
  const say = useLaterText(words);
  const language = useLanguage();
  const { state, nameplates } = useMeeting((meeting) => meeting);
  const nameOf = (id: Id): string => pickWords(nameplates.delegations[id] ?? null, language)?.text ?? '';
  return (
    <fieldset className={page.kinds} aria-label={say('seats.tour.order')}>
      {orders.map((order) => (
        <Button
          key={order}
          size="small"
          pressed={draft.order === order}
          onPress={() => onChange(inOrder(draft, order, { state, nameOf, language }))}
        >
          {say(`seats.tour.order.${order}`)}
        </Button>
      ))}
    </fieldset>
  );
}

function Seats({ draft, onChange }: PartProps): ReactNode {
  const text = useText();
  const say = useLaterText(words);
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  return (
    <OrderList
      label={say('seats.tour.order')}
      className={css.tourSeats}
      onMove={(seat, before) => onChange(withMoved(draft, seat, before))}
      dragName={(words) => text('speakers.drag', { name: words })}
      lines={draft.seats.map((seat) => ({
        id: seat,
        words: text('speakers.line', { name: nameOf(seat) }),
        content: (
          <TourSeat
            seat={seat}
            order={draft.seats}
            taken={!draft.out.has(seat)}
            onToggle={() => onChange(toggled(draft, seat))}
            onMove={(before) => onChange(withMoved(draft, seat, before))}
          >
            <SeatName seat={seat} /> <SeatFrom seat={seat} className={page.quiet} />
            {!isSeatPresent(state, seat) && <em className={page.away}>{text('chair.seat.away')}</em>}
          </TourSeat>
        ),
      }))}
    />
  );
}
