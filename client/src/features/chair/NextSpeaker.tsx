import { type ReactNode, useState } from 'react';
import { personIn, useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useSpoken, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EntryKind } from '../speakers/EntryKind.tsx';
import { EntryTopic, EntryWhy } from '../speakers/EntryRow.tsx';
import { type NextStep, nextStep, nextStepCommand } from './chairActs.ts';
import css from './floorCard.module.css';
import { Key } from './Key.tsx';
import { SomeoneElse } from './SomeoneElse.tsx';

/** The loudest button of the console: gives the floor to the one who is next, by the id of what the chair sees. */
export function NextSpeaker({ room = 'wide' }: { room?: 'wide' | 'narrow' }): ReactNode {
  const text = useText();
  const step = useMeeting(({ state }) => nextStep(state));
  const [choosing, setChoosing] = useState(false);
  const command = nextStepCommand(step);
  const label = useNextLabel(step);
  // Above all else, and loud: a point of order does not wait until the chair looks at the list.
  const orders = step.kind === 'call' && step.entry.kind === 'pointOfOrder';
  return (
    <div className={css.next} data-order={orders ? '' : undefined}>
      {command !== null && label !== null && (
        <CommandButton
          command={command}
          label={label}
          after={room === 'wide' ? <Key act="next" /> : null}
          variant="primary"
          size={room === 'wide' ? 'large' : 'base'}
          reason="below"
        />
      )}
      {(room === 'wide' || orders) && <NextAbout step={step} />}
      <Button onPress={() => setChoosing(true)}>{text('chair.someoneElse')}</Button>
      {choosing && <SomeoneElse onClose={() => setChoosing(false)} />}
    </div>
  );
}

function useNextLabel(step: NextStep): string | null {
  const text = useText();
  const nameOf = useSeatWords();
  const reader = useSpoken();
  const waiting = useMeeting((view) => (step.kind === 'stage' ? personIn(view, step.member, reader).name : ''));
  switch (step.kind) {
    case 'keynote':
      return text('chair.next', { name: nameOf(step.seat) });
    case 'stage':
      return text('people.callOnStageNamed', { name: waiting });
    case 'call': {
      const key = step.entry.kind === 'pointOfOrder' ? 'chair.order.call' : 'chair.next';
      return text(key, { name: nameOf(step.entry.seat) });
    }
    case 'coming':
    case 'none':
      return null;
  }
}

function NextAbout({ step }: { step: NextStep }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  switch (step.kind) {
    case 'keynote':
      return <p className={css.nextAbout}>{text('chair.next.keynote')}</p>;
    case 'stage':
      return <p className={css.nextAbout}>{text('chair.next.stage')}</p>;
    case 'coming':
      return (
        <p className={css.nextAbout}>
          <b>{text('chair.next.coming', { name: nameOf(step.seat) })}</b>
          {text('chair.next.comingWhy')}
        </p>
      );
    case 'call':
      return (
        <div className={css.nextAbout}>
          <EntryKind entry={step.entry} />
          <EntryWhy entry={step.entry} />
          <EntryTopic entry={step.entry} className={undefined} />
          {step.after !== null && <p>{text('chair.next.after', { name: nameOf(step.after.seat) })}</p>}
        </div>
      );
    case 'none':
      return (
        <p className={css.nextAbout}>
          <b>{text('chair.next.none')}</b>
          {text('chair.next.noneWhy')}
        </p>
      );
  }
}
