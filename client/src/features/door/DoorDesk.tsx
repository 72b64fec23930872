import { type Id, isDoubtful } from '@track2/shared';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { openLines } from '../../lines/linesStore.ts';
import { playTone } from '../../media/hooks.ts';
import { useManaging, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { personIn } from '../../meeting/view.ts';
import { useSpoken } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { announceLater } from '../../ui/LiveRegion.tsx';
import { showToast } from '../../ui/uiStore.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { askTurnAway, useTurningAway } from './doorStore.ts';
import { useDoorText } from './useDoorText.ts';
import { admitFirstCommand, waitingAtDoor } from './waiting.ts';

/** The keys of the door, its question before somebody is turned away, and what is said and heard when somebody comes. */
export function DoorDesk(): ReactNode {
  const turningAway = useTurningAway();
  useDoorKeys();
  useKnocks();
  useFlags();
  return turningAway === null ? null : <TurnAwayDialog member={turningAway} />;
}

function useDoorKeys(): void {
  const act = useSend();
  const managing = useManaging();
  const state = useMeeting((meeting) => meeting.state);
  const [first] = waitingAtDoor(state);
  useShortcuts('door', {
    admit: () => {
      const command = admitFirstCommand(state);
      if (command !== null) void act(command); // a refusal is shown by the sender
    },
    askGuest: () => {
      if (first !== undefined && managing) openLines({ kind: 'line', of: first.id });
    },
    turnAway: () => {
      if (first !== undefined) askTurnAway(first.id);
    },
  });
}

/** Says who has come into the lobby since the last sentence, those who came together in one; and a tone if wanted. */
function useKnocks(): void {
  const text = useDoorText();
  const reader = useSpoken();
  const view = useMeeting((meeting) => meeting);
  const waiting = waitingAtDoor(view.state)
    .map(({ id }) => id)
    .join(' ');
  const latest = useRef(waiting);
  const told = useRef(waiting);
  useEffect(() => {
    const before = idsIn(latest.current);
    latest.current = waiting;
    if (idsIn(waiting).every((id) => before.includes(id))) return;
    playTone('request');
    announceLater(() => {
      const known = idsIn(told.current);
      const fresh = idsIn(latest.current).filter((id) => !known.includes(id));
      told.current = latest.current;
      const [one] = fresh;
      if (one === undefined) return null;
      return fresh.length === 1
        ? text('atDoor.say.knock', { name: personIn(view, one, reader).name })
        : text('atDoor.say.knocks', { count: fresh.length });
    }, 'door');
  }, [waiting, view, text, reader]);
}

/** Tells those at the door at once whose link was opened elsewhere, whether that one waits, is inside or away. */
function useFlags(): void {
  const text = useDoorText();
  const reader = useSpoken();
  const view = useMeeting((meeting) => meeting);
  const flagged = view.state.roster.members
    .filter(isDoubtful)
    .map(({ id }) => id)
    .join(' ');
  const known = useRef(flagged);
  useEffect(() => {
    const before = idsIn(known.current);
    known.current = flagged;
    for (const id of idsIn(flagged)) {
      if (!before.includes(id))
        showToast(text('atDoor.say.elsewhere', { name: personIn(view, id, reader).name }), 'warn');
    }
  }, [flagged, view, text, reader]);
}

const idsIn = (ids: string): Id[] => ids.split(' ').filter((id) => id !== '');

const stopAsking = (): void => askTurnAway(null);

function TurnAwayDialog({ member }: { member: Id }): ReactNode {
  const text = useDoorText();
  const { name } = usePerson(member);
  return (
    <Dialog title={text('atDoor.turnAway.title', { name })} onClose={stopAsking}>
      <p>{text('atDoor.turnAway.body')}</p>
      <CommandButton
        command={{ type: 'roster.turnAway', member }}
        label={text('atDoor.turnAway.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && stopAsking()}
      />
      <Button onPress={stopAsking}>{text('atDoor.cancel')}</Button>
    </Dialog>
  );
}
