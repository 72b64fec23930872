import { currentItem, listOf, memberById } from '@track2/shared';
import { type ReactNode, useId, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { respondedNow } from '../../meeting/respondedTo.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { AskForm } from './AskForm.tsx';
import { askingWords } from './askingWords.ts';
import styles from './dialogs.module.css';
import { isToSomebody, type Way, wayCommand, ways } from './ways.ts';

/** All ways to ask for the floor, each with what it does or why it cannot be used now, also on a closed list. */
export function WaysDialog({ onClose }: { onClose: () => void }): ReactNode {
  const text = useText();
  const say = useLaterText(askingWords);
  const [way, setWay] = useState<Way | null>(null);
  if (way !== null) {
    return (
      <Dialog title={text(`speakers.kind.${way}`)} onClose={onClose}>
        <WhatItDoes way={way} />
        <AskForm way={way} onClose={onClose} onBack={() => setWay(null)} />
      </Dialog>
    );
  }
  return (
    <Dialog title={say('asking.title')} onClose={onClose}>
      <ul className={styles.ways}>
        {ways.map((each) => (
          <li key={each}>
            <WayButton way={each} onPress={() => setWay(each)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const icons: Readonly<Record<Way, IconName>> = {
  intervention: 'hand',
  directResponse: 'twoFingers',
  clarification: 'info',
  interposed: 'question',
  pointOfOrder: 'flag',
  rightOfReply: 'undo',
};

/** The interventions that the viewer's seat can respond to. */
const useResponded = () => useMeeting(({ state, me }) => respondedNow(state, memberById(state, me)?.seat));

function WayButton({ way, onPress }: { way: Way; onPress: () => void }): ReactNode {
  const text = useText();
  const say = useLaterText(askingWords);
  const id = useId();
  const item = useMeeting(({ state }) => currentItem(state)?.id ?? null);
  const turn = useResponded()[0]?.turn ?? null;
  const command = wayCommand(way, { item, turn, category: 'procedure', topic: '' });
  const refused = useRefusalText()(usePreview(command));
  const refusal = command === null ? say(item === null ? 'asking.noItem' : 'asking.nobodyHeard') : refused;
  return (
    <button
      type="button"
      className={styles.way}
      aria-label={text(`speakers.kind.${way}`)}
      aria-describedby={id}
      aria-disabled={refusal !== null || undefined}
      onClick={() => {
        if (refusal === null) onPress();
      }}
    >
      <Icon name={icons[way]} size="large" />
      <span>
        <b>{text(`speakers.kind.${way}`)}</b>
        <small id={id}>{refusal ?? <WhatItDoes way={way} />}</small>
      </span>
    </button>
  );
}

/** One line on what a way does, with whom and for how long. */
function WhatItDoes({ way }: { way: Way }): ReactNode {
  const say = useLaterText(askingWords);
  const formats = useFormats();
  const nameOf = useSeatWords();
  const responded = useResponded();
  const { policy } = useMeeting(({ state }) => state.session);
  const taken = useMeeting(({ state }) => {
    const list = currentItem(state) === undefined ? undefined : listOf(state, state.agenda.current ?? '');
    return (list?.entries ?? []).filter(
      ({ kind, turn, status }) =>
        kind === 'directResponse' && turn === responded[0]?.turn && status !== 'withdrawn' && status !== 'declined',
    ).length;
  });
  if (isToSomebody(way) && responded.length === 0) return null;
  return (
    <span>
      {say(`asking.${way}.why`, {
        name: responded.map(({ seat }) => nameOf(seat)).join(', '),
        time: formats.duration(way === 'rightOfReply' ? policy.replyMs : policy.responseMs),
        free: Math.max(0, policy.maxResponses - taken),
      })}
    </span>
  );
}
