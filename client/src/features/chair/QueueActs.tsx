import type { Id, QueueEntry } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { type TextKey, useText } from '../../text/index.ts';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import { placeAfterStep, type Step } from '../../ui/order.ts';
import { WithdrawDialog } from '../speakers/WithdrawButton.tsx';
import css from './speakersTable.module.css';

type Props = { entry: QueueEntry; order: readonly Id[] };

/** What those who run the meeting do with one who waits: call, move by one place; in the menu all the rest. */
export function QueueActs({ entry, order }: Props): ReactNode {
  const text = useText();
  const name = useSeatWords()(entry.seat);
  return (
    <span className={css.acts}>
      <CommandButton
        command={{ type: 'speakers.call', entry: entry.id }}
        label={text('speakers.call')}
        name={text('speakers.callNamed', { name })}
        size="small"
      />
      <StepButton entry={entry} order={order} step="up" />
      <StepButton entry={entry} order={order} step="down" />
      <More entry={entry} order={order} />
    </span>
  );
}

function StepButton({ entry, order, step }: Props & { step: 'up' | 'down' }): ReactNode {
  const text = useText();
  const name = useSeatWords()(entry.seat);
  const place = placeAfterStep(order, entry.id, step);
  return (
    <CommandIconButton
      icon={step}
      command={place === null ? null : { type: 'speakers.moveEntry', entry: entry.id, before: place.before }}
      label={text(`speakers.${step}`, { name })}
      refusal={place === null ? text(step === 'up' ? 'speakers.isFirst' : 'speakers.isLast', { name }) : null}
    />
  );
}

const farSteps: readonly (readonly [Step, TextKey])[] = [
  ['top', 'speakers.moveFirst'],
  ['end', 'speakers.moveEnd'],
];

function More({ entry, order }: Props): ReactNode {
  const text = useText();
  const send = useSend();
  const name = useSeatWords()(entry.seat);
  const [asking, setAsking] = useState(false);
  const moves = farSteps.flatMap(([step, key]): MenuEntry[] => {
    const place = placeAfterStep(order, entry.id, step);
    if (place === null) return [];
    const { before } = place;
    return [
      {
        id: step,
        label: text(key),
        onAction: () => void send({ type: 'speakers.moveEntry', entry: entry.id, before }),
      },
    ];
  });
  const others: (MenuEntry | null)[] = [
    order.at(-1) === entry.id
      ? null
      : {
          id: 'defer',
          label: text('speakers.deferNamed', { name }),
          onAction: () => void send({ type: 'speakers.defer', entry: entry.id }),
        },
    entry.kind === 'tour'
      ? {
          id: 'pass',
          label: text('chair.queue.pass'),
          onAction: () => void send({ type: 'speakers.pass', entry: entry.id }),
        }
      : null,
    { id: 'withdraw', label: text('speakers.withdrawNamed', { name }), onAction: () => setAsking(true) },
  ];
  return (
    <>
      <ActionMenu
        label={text('speakers.more', { name })}
        icon="more"
        sections={[
          { title: text('speakers.moveTo', { name }), entries: moves },
          { title: null, entries: others.filter((each) => each !== null) },
        ]}
      />
      {asking && <WithdrawDialog entry={entry} own={false} onClose={() => setAsking(false)} />}
    </>
  );
}
