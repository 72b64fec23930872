import { currentItem, listOf, memberById, type QueueEntry, waitingIn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWaitMinutes } from '../../meeting/wait.ts';
import { useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { askingWords } from './askingWords.ts';
import styles from './dialogs.module.css';

type Props = { onClose: () => void };

/** The own requests that wait, with what can be done about each. */
export function OwnPlaceDialog({ onClose }: Props): ReactNode {
  const say = useLaterText(askingWords);
  const waiting = useMeeting(({ state }) => {
    const item = currentItem(state)?.id;
    const list = item === undefined ? undefined : listOf(state, item);
    return list === undefined ? [] : waitingIn(list);
  });
  const seat = useMeeting(({ state, me }) => memberById(state, me)?.seat);
  const own = waiting.map((entry, index) => ({ entry, place: index + 1 })).filter(({ entry }) => entry.seat === seat);
  return (
    <Dialog title={say('asking.place')} onClose={onClose}>
      {own.map((each) => (
        <Own
          key={each.entry.id}
          {...each}
          last={each.place === waiting.length}
          several={own.length > 1}
          onClose={onClose}
        />
      ))}
      <Button onPress={onClose}>{say('asking.keep')}</Button>
    </Dialog>
  );
}

type OwnProps = Props & { entry: QueueEntry; place: number; last: boolean; several: boolean };

function Own({ entry, place, last, several, onClose }: OwnProps): ReactNode {
  const text = useText();
  const say = useLaterText(askingWords);
  const minutes = useWaitMinutes(entry.id) ?? 0;
  const kind = text(`speakers.kind.${entry.kind}`);
  const about =
    minutes === 0
      ? text(place === 1 ? 'speakers.placeNext' : 'speakers.place', { place })
      : text(place === 1 ? 'speakers.placeNextAbout' : 'speakers.placeAbout', { place, minutes });
  const done = { onAnswer: ({ outcome }: { outcome: string }) => outcome === 'applied' && onClose() };
  return (
    <section className={styles.own}>
      <p>
        <b>
          {several && `${kind}. `}
          {about}
        </b>
      </p>
      {entry.kind === 'tour' && (
        <Act why={say('asking.pass.why')}>
          <CommandButton command={{ type: 'speakers.pass', entry: entry.id }} label={text('speakers.pass')} {...done} />
        </Act>
      )}
      {!last && (
        <Act why={say('asking.defer.why')}>
          <CommandButton
            command={{ type: 'speakers.defer', entry: entry.id }}
            label={text('speakers.defer')}
            name={several ? say('asking.deferKind', { kind }) : undefined}
            {...done}
          />
        </Act>
      )}
      <Act why={say('asking.withdraw.why')}>
        <CommandButton
          command={{ type: 'speakers.withdraw', entry: entry.id }}
          label={say('asking.withdraw')}
          name={several ? say('asking.withdrawKind', { kind }) : undefined}
          variant="danger"
          {...done}
        />
      </Act>
    </section>
  );
}

const Act = ({ why, children }: { why: string; children: ReactNode }): ReactNode => (
  <div className={styles.act}>
    {children}
    <small>{why}</small>
  </div>
);
