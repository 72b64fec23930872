import { currentItem, placesIn, placesTaken, type QueueEntry } from '@track2/shared';
import { useState } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Control, type ControlProps } from './Control.tsx';
import { RequestFloorDialog, WithdrawDialog } from './FloorDialogs.tsx';
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
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  return (
    <>
      <Control
        {...place}
        shortcut="ask"
        icon="hand"
        label={text('controls.floor.ask')}
        detail={text('controls.floor.ask.why')}
        refusal={item === null ? text('controls.floor.noItem') : refusal}
        onPress={() => setDialog('open')}
      />
      {item !== null && dialog === 'open' ? <RequestFloorDialog item={item} onClose={() => setDialog('shut')} /> : null}
    </>
  );
}

/** The own place in the list, from which one can withdraw. */
export function PlaceControl({ entry, number, ...place }: Props & { entry: QueueEntry; number: number }) {
  const text = useText();
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  return (
    <>
      <Control
        {...place}
        shortcut="ask"
        icon="hand"
        look="mine"
        label={text('controls.floor.place', { place: number })}
        detail={text('controls.floor.place.why')}
        onPress={() => setDialog('open')}
      />
      {dialog === 'open' ? <WithdrawDialog entry={entry.id} onClose={() => setDialog('shut')} /> : null}
    </>
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
