import { currentItem, placesIn, placesTaken, type QueueEntry } from '@track2/shared';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useWaitMinutes } from '../../meeting/wait.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Control, type ControlProps } from './Control.tsx';
import { OpensDialog } from './OpensDialog.tsx';
import { useAct } from './useAct.ts';
import { useTakeFloor } from './useTakeFloor.ts';

type Props = Pick<ControlProps, 'words' | 'room' | 'look'>;

/** Asks for the floor on the current item, with a topic if the person gives one. */
export function AskFloorControl(place: Props) {
  const text = useText();
  const item = useMeeting(({ state }) => currentItem(state)?.id ?? null);
  const preview = usePreview(item === null ? null : { type: 'speakers.requestFloor', item, topic: null });
  const reason = useRefusalText()(preview);
  // Who may not ask can still be given the floor: that is worth more than the list of who may.
  const refusal = preview?.code === 'role.required' ? text('controls.floor.observer') : reason;
  return (
    <OpensDialog
      {...place}
      opens="request"
      shortcut="ask"
      icon="hand"
      label={text('controls.floor.ask')}
      detail={text('controls.floor.ask.why')}
      refusal={item === null ? text('controls.floor.noItem') : refusal}
    />
  );
}

/** All other ways to ask for the floor: to respond, to ask, a point of order, a right of reply. */
export function WaysControl(place: Props) {
  const text = useText();
  return (
    <OpensDialog
      {...place}
      opens="ways"
      shortcut="ways"
      icon="twoFingers"
      label={text('controls.ways')}
      detail={text('controls.ways.why')}
    />
  );
}

/** The own place in the list, and about how long it takes; from here one withdraws or lets the next go first. */
export function PlaceControl({ entry, number, ...place }: Props & { entry: QueueEntry; number: number }) {
  const text = useText();
  const minutes = useWaitMinutes(entry.id) ?? 0;
  const about = { place: number, minutes };
  return (
    <OpensDialog
      {...place}
      opens="place"
      shortcut="ask"
      icon="hand"
      look="mine"
      label={text(minutes === 0 ? 'controls.floor.place' : 'controls.floor.placeAbout', about)}
      detail={text('controls.floor.place.why')}
    />
  );
}

/** Passed in a tour de table: comes back behind those who are left. */
export function ComeBackControl({ entry, ...place }: Props & { entry: QueueEntry }) {
  const text = useText();
  const { act, busy } = useAct();
  return (
    <Control
      {...place}
      shortcut="ask"
      icon="undo"
      look="mine"
      label={text('controls.floor.passed')}
      detail={text('controls.floor.passed.why')}
      busy={busy}
      onPress={() => act({ type: 'speakers.comeBack', entry: entry.id })}
    />
  );
}

/** Takes one of the open microphones; who presides has a microphone apart. */
export function TakeMicrophoneControl(place: Props) {
  const text = useText();
  const managing = useManaging();
  const free = useMeeting(({ state }) => {
    const places = placesIn(state.floor.mode, state.session.policy);
    return Math.max(0, places - placesTaken(state.floor).length);
  });
  const command = { type: 'floor.takeMicrophone' } as const;
  const refusal = useRefusalText()(usePreview(command));
  const { take, busy } = useTakeFloor();
  return (
    <Control
      {...place}
      icon="microphone"
      label={text('controls.takeMicrophone')}
      detail={managing ? text('controls.takeMicrophone.presiding') : text('controls.takeMicrophone.places', { free })}
      refusal={refusal}
      busy={busy}
      onPress={() => take(command)}
    />
  );
}

/** Goes to the form in which a question is written. */
export function AskQuestionControl({ onAsk, ...place }: Props & { onAsk: () => void }) {
  const text = useText();
  const language = useLanguage();
  const refusal = useRefusalText()(usePreview({ type: 'questions.submit', text: '?', language }));
  return (
    <Control
      {...place}
      icon="question"
      label={text('controls.question.ask')}
      detail={text('controls.question.ask.why')}
      refusal={refusal}
      onPress={onAsk}
    />
  );
}
