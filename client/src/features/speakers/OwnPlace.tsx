import { memberById, type QueueEntry, type SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWaitMinutes } from '../../meeting/wait.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { type ListGroups, listGroups } from './list.ts';
import css from './speakers.module.css';
import { WithdrawButton } from './WithdrawButton.tsx';

/** How the viewer's own seat stands in the list, and what it can do about it; it stays in sight above a long list. */
export function OwnPlace({ list, onShow }: { list: SpeakersList | undefined; onShow(): void }): ReactNode {
  const text = useText();
  const seat = useMeeting(({ state, me }) => memberById(state, me)?.seat);
  if (seat === undefined) return null;
  const groups = listGroups(list);
  const active = groups.active.find((entry) => entry.seat === seat);
  if (active !== undefined) {
    return (
      <p className={css.place}>
        {text(active.status === 'called' ? 'speakers.placeCalled' : 'speakers.placeSpeaking')}
      </p>
    );
  }
  const own = groups.waiting.filter(({ entry }) => entry.seat === seat);
  const passed = list?.entries.findLast((entry) => entry.seat === seat && entry.status === 'passed');
  if (own.length === 0) return passed === undefined ? null : <Passed entry={passed} />;
  return (
    <div className={css.place}>
      {own.map(({ entry, place }) => (
        <Waiting key={entry.id} entry={entry} place={place} groups={groups} several={own.length > 1} />
      ))}
      {groups.waiting.length > 5 && (
        <div>
          <Button size="small" variant="quiet" onPress={onShow}>
            {text('speakers.showMine')}
          </Button>
        </div>
      )}
    </div>
  );
}

type WaitingProps = { entry: QueueEntry; place: number; groups: ListGroups; several: boolean };

function Waiting({ entry, place, groups, several }: WaitingProps): ReactNode {
  const text = useText();
  const minutes = useWaitMinutes(entry.id) ?? 0;
  const [plain, about] =
    place === 1
      ? (['speakers.placeNext', 'speakers.placeNextAbout'] as const)
      : (['speakers.place', 'speakers.placeAbout'] as const);
  const kind = text(`speakers.kind.${entry.kind}`);
  const named = (act: string): string | undefined => (several ? `${act}: ${kind}` : undefined);
  return (
    <div className={css.own}>
      <b>
        {several && `${kind}. `}
        {minutes === 0 ? text(plain, { place }) : text(about, { place, minutes })}
      </b>
      <div className={css.acts}>
        {entry.kind === 'tour' && (
          <CommandButton
            command={{ type: 'speakers.pass', entry: entry.id }}
            label={text('speakers.pass')}
            size="small"
          />
        )}
        {place < groups.waiting.length && (
          <CommandButton
            command={{ type: 'speakers.defer', entry: entry.id }}
            label={text('speakers.defer')}
            name={named(text('speakers.defer'))}
            size="small"
          />
        )}
        <WithdrawButton entry={entry} own name={named(text('speakers.withdraw'))} />
      </div>
    </div>
  );
}

function Passed({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  return (
    <div className={css.place}>
      <div className={css.own}>
        <b>{text('speakers.status.passed')}</b>
        <div className={css.acts}>
          <CommandButton
            command={{ type: 'speakers.comeBack', entry: entry.id }}
            label={text('speakers.comeBack')}
            size="small"
          />
        </div>
      </div>
    </div>
  );
}
