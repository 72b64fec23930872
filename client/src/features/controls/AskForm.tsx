import { currentItem, type Id, memberById, type OrderCategory } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { respondedNow } from '../../meeting/respondedTo.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { askingWords } from './askingWords.ts';
import { categories, isToSomebody, type Way, wayCommand } from './ways.ts';

const MOST_TOPIC = 250;

type Props = { way: Way; onClose: () => void; onBack: (() => void) | null };

/** Asks to speak in one way: to whom, what about, and the topic that the table may read beside the name. */
export function AskForm({ way, onClose, onBack }: Props): ReactNode {
  const text = useText();
  const say = useLaterText(askingWords);
  const send = useSend();
  const item = useMeeting(({ state }) => currentItem(state)?.id ?? null);
  const responded = useMeeting(({ state, me }) => respondedNow(state, memberById(state, me)?.seat));
  const [chosen, setChosen] = useState<Id | null>(null);
  const [category, setCategory] = useState<OrderCategory>('procedure');
  const [topic, setTopic] = useState('');
  const [busy, setBusy] = useState(false);
  // Whom one chose stays chosen, also when the turn is over: the meeting then says so.
  const turn = chosen ?? responded[0]?.turn ?? null;
  const tooLong = topic.trim().length > MOST_TOPIC;
  const command = wayCommand(way, { item, turn, category, topic: tooLong ? '' : topic });
  const refusal = useRefusalText()(usePreview(command));
  const none = say(item === null ? 'asking.noItem' : 'asking.nobodyHeard');
  const ask = async (): Promise<void> => {
    if (command === null || tooLong || busy) return;
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    if (answer.outcome === 'applied') onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask(); // useSend says what went wrong
      }}
    >
      {isToSomebody(way) && <ToWhom responded={responded} turn={turn} onChoose={setChosen} />}
      {way === 'pointOfOrder' && (
        <Select<OrderCategory>
          label={say('asking.category')}
          value={category}
          choices={categories.map((id) => ({ id, label: text(`speakers.category.${id}`) }))}
          onChange={setCategory}
        />
      )}
      <Field
        label={say('asking.topic')}
        hint={say('asking.topicHint')}
        error={tooLong ? say('asking.topicLong', { most: MOST_TOPIC }) : null}
        value={topic}
        onChange={setTopic}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog opens on its first answer
        autoFocus
      />
      <Button type="submit" variant="primary" busy={busy} refusal={command === null ? none : refusal} reason="below">
        {say(`asking.send.${way}`)}
      </Button>
      {onBack === null ? (
        <Button onPress={onClose}>{say('asking.cancel')}</Button>
      ) : (
        <Button onPress={onBack}>{say('asking.back')}</Button>
      )}
    </form>
  );
}

type ToWhomProps = { responded: readonly { turn: Id; seat: Id }[]; turn: Id | null; onChoose: (turn: Id) => void };

/** Of several who have the floor, to whom; where there is one nothing has to be chosen. */
function ToWhom({ responded, turn, onChoose }: ToWhomProps): ReactNode {
  const say = useLaterText(askingWords);
  const nameOf = useSeatWords();
  if (responded.length < 2) return null;
  return (
    <Select
      label={say('asking.to')}
      value={turn ?? ''}
      choices={responded.map(({ turn: id, seat }) => ({ id, label: nameOf(seat) }))}
      onChange={onChoose}
    />
  );
}
