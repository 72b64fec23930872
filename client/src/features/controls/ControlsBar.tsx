import {
  currentItem,
  entryById,
  entryOf,
  holderOf,
  type Id,
  isInterruption,
  type MeetingState,
  memberById,
  seatById,
  speakingRoles,
  type Turn,
} from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import type { Layout } from '../../ui/layout.ts';
import {
  AskFloorControl,
  AskQuestionControl,
  ComeBackControl,
  PlaceControl,
  TakeMicrophoneControl,
  WaysControl,
} from './AskControls.tsx';
import { BackstageControl } from './BackstageControl.tsx';
import type { ControlProps } from './Control.tsx';
import styles from './ControlsBar.module.css';
import { CameraControl, MicrophoneControl } from './DeviceControls.tsx';
import { type FloorDialog, LaterDialog } from './dialogs.tsx';
import { HandOverControl, TakeOverControl } from './HandOverControls.tsx';
import { InterposedChoice } from './InterposedChoice.tsx';
import { LeaveControl } from './LeaveControl.tsx';
import { LineControl } from './LineControl.tsx';
import { MoreControls } from './MoreControls.tsx';
import { OpenDialogContext } from './OpensDialog.tsx';
import { type OwnFloor, ownFloor, receiversOf } from './ownFloor.ts';
import { ScreenControl } from './ScreenControl.tsx';
import {
  DeclineControl,
  EndTurnControl,
  PassControl,
  RetakeControl,
  TakeControl,
  YieldControl,
} from './TurnControls.tsx';
import { useControlKeys } from './useControlKeys.ts';
import { useOwnScreen } from './useOwnScreen.ts';

type Props = {
  layout: Layout;
  /** Shows the form in which a question is written. */
  onAsk: () => void;
};

type Place = Pick<ControlProps, 'words' | 'room'>;
type Action = { key: string; draw: (place: Place) => ReactNode };

/** The bar of what a person can do: own devices, the own turn or the way to one, and leaving. */
export function ControlsBar({ layout, onAsk }: Props) {
  const [more, setMore] = useState(false);
  const [dialog, setDialog] = useState<FloorDialog | null>(null);
  const actions = useActions(() => {
    setMore(false);
    onAsk();
  });
  useControlKeys();
  const screen = useOwnScreen();
  const small = layout === 'phone' || layout === 'tablet';
  const own = { words: layout === 'wide' ? ('beside' as const) : ('above' as const) };
  // A phone has room for one control with words; what does not fit stands under More.
  const shown = layout === 'phone' ? actions.slice(0, 1) : layout === 'tablet' ? actions.slice(0, 2) : actions;
  const rest = actions.slice(shown.length);
  const open = (which: FloorDialog): void => {
    setMore(false);
    setDialog(which);
  };
  return (
    <OpenDialogContext value={open}>
      <footer className={styles.controls} id="controls" tabIndex={-1}>
        <InterposedChoice />
        <MicrophoneControl {...own} heldWords={layout === 'phone' ? 'above' : 'beside'} />
        <CameraControl {...own} />
        {small || screen === null ? null : <ScreenControl {...own} acts={screen} />}
        <div className={styles.middle}>
          {shown.map((action) => (
            <ActionSlot key={action.key} action={action} place={{ room: layout === 'phone' ? 'grow' : 'own' }} />
          ))}
        </div>
        <div className={styles.end}>
          {small ? (
            <MoreControls open={more} onOpenChange={setMore}>
              {rest.map((action) => (
                <ActionSlot key={action.key} action={action} place={{ room: 'line' }} />
              ))}
              {screen === null ? null : <ScreenControl room="line" acts={screen} />}
              <LineControl room="line" onOpen={() => setMore(false)} />
              <BackstageControl room="line" />
              <LeaveControl room="line" />
            </MoreControls>
          ) : (
            <>
              <LineControl {...own} />
              <BackstageControl words="above" />
              <LeaveControl words="above" />
            </>
          )}
        </div>
      </footer>
      {dialog !== null && <LaterDialog which={dialog} onClose={() => setDialog(null)} />}
    </OpenDialogContext>
  );
}

const ActionSlot = ({ action, place }: { action: Action; place: Place }): ReactNode => action.draw(place);

/** What the middle of the bar offers, the most important first; that one alone is primary. */
function useActions(onAsk: () => void): Action[] {
  const floor = useMeeting(({ state, me }) => ownFloor(state, me));
  const managing = useManaging();
  const mode = useMeeting(({ state }) => state.floor.mode);
  const itemType = useMeeting(({ state }) => currentItem(state)?.type);
  const receivers = useMeeting(({ state }) => (floor.kind === 'holding' ? receiversOf(state, floor.turn) : []));
  const me = useMeeting((view) => view.me);
  const speaks = useMeeting(({ state }) => {
    const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
    return role !== undefined && speakingRoles.includes(role);
  });
  const tour = useMeeting(({ state }) => (floor.kind === 'called' ? tourEntry(state, floor.turn) : null));
  const backstage = useWhereabouts().at === 'backstage';
  // The way on stage stands where it is said that the room hears nothing.
  if (backstage) return managing ? [] : [question('framed', onAsk)];
  const turn = turnActions(floor, { receivers, me, tour });
  if (turn !== null) return turn;
  const place = placeAction(floor);
  if (managing) return [...(place === null ? [microphone, ask('framed')] : [place, microphone]), waysToSpeak];
  const open = mode === 'open' ? [microphone] : [];
  const other = speaks ? [waysToSpeak] : [];
  const written = itemType === 'qna' || itemType === 'keynote';
  const asks = question(written ? 'primary' : 'framed', onAsk);
  if (place !== null) return written ? [asks, place, ...open, ...other] : [place, ...open, ...other, asks];
  if (mode === 'open') return [microphone, ...other, asks];
  return written ? [asks, ask('framed'), ...other] : [ask('primary'), ...other, asks];
}

const question = (look: 'primary' | 'framed', onAsk: () => void): Action => ({
  key: 'question',
  draw: (slot) => <AskQuestionControl {...slot} look={look} onAsk={onAsk} />,
});

const ask = (look: 'primary' | 'framed'): Action => ({
  key: 'ask',
  draw: (slot) => <AskFloorControl {...slot} look={look} />,
});

const microphone: Action = { key: 'microphone', draw: (slot) => <TakeMicrophoneControl {...slot} /> };

const waysToSpeak: Action = { key: 'ways', draw: (slot) => <WaysControl {...slot} /> };

/** The place in a tour de table that a turn was called from, or null. */
function tourEntry(state: MeetingState, { purpose }: Turn): Id | null {
  const entry = entryOf(purpose);
  return entry !== null && entryById(state, entry)?.kind === 'tour' ? entry : null;
}

type Context = { receivers: readonly Id[]; me: Id; tour: Id | null };

/** `receivers` can hold the own seat's floor in place of who holds it; `tour` is the place that was called. */
function turnActions(floor: OwnFloor, { receivers, me, tour }: Context): Action[] | null {
  switch (floor.kind) {
    case 'called':
      return [
        { key: 'take', draw: (slot) => <TakeControl {...slot} turn={floor.turn} answerBy={floor.answerBy} /> },
        { key: 'decline', draw: (slot) => <DeclineControl {...slot} turn={floor.turn} /> },
        ...(tour === null ? [] : [{ key: 'pass', draw: (slot: Place) => <PassControl {...slot} entry={tour} /> }]),
      ];
    case 'suspended':
      return [{ key: 'retake', draw: (slot) => <RetakeControl {...slot} turn={floor.turn} /> }, end(floor.turn)];
    case 'holding':
      return floor.by === 'me'
        ? [end(floor.turn), ...yielding(floor.turn), ...handing(floor, receivers, me)]
        : [...handing(floor, receivers, me), end(floor.turn)];
    default:
      return null;
  }
}

const end = (turn: Turn): Action => ({
  key: 'end',
  draw: (slot) => <EndTurnControl {...slot} turn={turn} />,
});

/** What has a limit can be given away; what interrupts another cannot. */
const yielding = (turn: Turn): Action[] =>
  turn.limitMs === null || isInterruption(turn)
    ? []
    : [{ key: 'yield', draw: (slot) => <YieldControl {...slot} turn={turn} /> }];

/** Hands the own floor over, or takes it over from another member of the seat. */
function handing({ turn, by }: OwnFloor & { kind: 'holding' }, receivers: readonly Id[], me: Id): Action[] {
  if (by === 'me') {
    return receivers.map((member) => ({
      key: member,
      draw: (slot) => <HandOverControl {...slot} turn={turn} member={member} />,
    }));
  }
  const holder = holderOf(turn);
  if (holder === null || !receivers.includes(me)) return [];
  return [{ key: 'takeOver', draw: (slot) => <TakeOverControl {...slot} turn={turn} member={holder} /> }];
}

/** The own place in the list, or the way back to it; null for who has none. */
function placeAction(floor: OwnFloor): Action | null {
  if (floor.kind === 'passed')
    return { key: 'comeBack', draw: (slot) => <ComeBackControl {...slot} entry={floor.entry} /> };
  return floor.kind !== 'waiting'
    ? null
    : { key: 'place', draw: (slot) => <PlaceControl {...slot} entry={floor.entry} number={floor.place} /> };
}
