import type { QueueEntry } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import { type ListGroups, moveDown, moveTargets, moveUp } from './list.ts';
import css from './speakers.module.css';
import { WithdrawDialog } from './WithdrawButton.tsx';

type Props = { entry: QueueEntry; groups: ListGroups };

/** What those who run the meeting do with a request: call it, move it, take it off. */
export function EntryActs({ entry, groups }: Props): ReactNode {
  const text = useText();
  const name = useSeatWords()(entry.seat);
  return (
    <div className={css.acts}>
      <CommandButton
        command={{ type: 'speakers.call', entry: entry.id }}
        label={text('speakers.call')}
        name={text('speakers.callNamed', { name })}
        size="small"
      />
      <MoveButtons entry={entry} groups={groups} />
      <EntryMenu entry={entry} groups={groups} />
    </div>
  );
}

/** One place up, one place down. At an end of the list the button stays and says so. */
export function MoveButtons({ entry, groups }: Props): ReactNode {
  const text = useText();
  const name = useSeatWords()(entry.seat);
  const up = moveUp(groups, entry.id);
  const down = moveDown(groups, entry.id);
  return (
    <>
      <CommandIconButton
        icon="up"
        command={up === null ? null : { type: 'speakers.moveEntry', entry: entry.id, before: up.before }}
        label={text('speakers.up', { name })}
        refusal={up === null ? text('speakers.isFirst', { name }) : null}
      />
      <CommandIconButton
        icon="down"
        command={down === null ? null : { type: 'speakers.moveEntry', entry: entry.id, before: down.before }}
        label={text('speakers.down', { name })}
        refusal={down === null ? text('speakers.isLast', { name }) : null}
      />
    </>
  );
}

/** The rarer acts: to any place of the list, and off the list. */
export function EntryMenu({ entry, groups }: Props): ReactNode {
  const text = useText();
  const act = useSend();
  const nameOf = useSeatWords();
  const name = nameOf(entry.seat);
  const [asking, setAsking] = useState(false);
  const seatAt = (before: string): string | undefined =>
    groups.waiting.find((waiting) => waiting.entry.id === before)?.entry.seat;
  const moves = moveTargets(groups, entry.id).map(({ before, place }): MenuEntry => {
    const seat = before === null ? undefined : seatAt(before);
    const label =
      place === 1
        ? text('speakers.moveFirst')
        : seat === undefined
          ? text('speakers.moveEnd')
          : text('speakers.moveBefore', { name: nameOf(seat) });
    return {
      id: before ?? 'end',
      label,
      onAction: () => void act({ type: 'speakers.moveEntry', entry: entry.id, before }),
    };
  });
  return (
    <>
      <ActionMenu
        label={text('speakers.more', { name })}
        icon="more"
        sections={[
          { title: text('speakers.moveTo', { name }), entries: moves },
          {
            title: null,
            entries: [
              {
                id: 'defer',
                label: text('speakers.deferNamed', { name }),
                onAction: () => void act({ type: 'speakers.defer', entry: entry.id }),
              },
              { id: 'withdraw', label: text('speakers.withdrawNamed', { name }), onAction: () => setAsking(true) },
            ],
          },
        ]}
      />
      {asking && <WithdrawDialog entry={entry} own={false} onClose={() => setAsking(false)} />}
    </>
  );
}
