import { memberById, type QueueEntry, type SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWaitMinutes } from '../../meeting/wait.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { listGroups } from './list.ts';
import css from './speakers.module.css';

/** How many may wait before the own place can be out of sight. */
const FEW = 5;

/** How the viewer's own seat stands in the list; it stays in sight above a long list. */
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
      <div>
        {own.map(({ entry, place }) => (
          <Waiting key={entry.id} entry={entry} place={place} several={own.length > 1} />
        ))}
      </div>
      {groups.waiting.length > FEW && (
        <Button size="small" variant="quiet" onPress={onShow}>
          {text('speakers.showMine')}
        </Button>
      )}
    </div>
  );
}

type WaitingProps = { entry: QueueEntry; place: number; several: boolean };

function Waiting({ entry, place, several }: WaitingProps): ReactNode {
  const text = useText();
  const minutes = useWaitMinutes(entry.id) ?? 0;
  const [plain, about] =
    place === 1
      ? (['speakers.placeNext', 'speakers.placeNextAbout'] as const)
      : (['speakers.place', 'speakers.placeAbout'] as const);
  return (
    <p>
      {several && `${text(`speakers.kind.${entry.kind}`)}. `}
      {minutes === 0 ? text(plain, { place }) : text(about, { place, minutes })}
    </p>
  );
}

function Passed({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  return (
    <div className={css.place}>
      <p>{text('speakers.status.passed')}</p>
      <CommandButton
        command={{ type: 'speakers.comeBack', entry: entry.id }}
        label={text('speakers.comeBack')}
        size="small"
      />
    </div>
  );
}
