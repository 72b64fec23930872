import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EntryTopic, EntryWhy } from '../speakers/EntryRow.tsx';
import { upNext } from './chairActs.ts';
import css from './console.module.css';
import { Key } from './Key.tsx';
import { SomeoneElse } from './SomeoneElse.tsx';

/** The loudest button of the console: gives the floor to the one who is next, by the id of that request. */
export function NextSpeaker(): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const [choosing, setChoosing] = useState(false);
  const next = upNext(state);
  return (
    <div className={css.next}>
      {next === null ? (
        <p className={css.nextAbout}>
          <b>{text('chair.next.none')}</b>
          {text('chair.next.noneWhy')}
        </p>
      ) : (
        <>
          <CommandButton
            command={{ type: 'speakers.call', entry: next.entry.id }}
            label={text('chair.next', { name: nameOf(next.entry.seat) })}
            after={<Key>N</Key>}
            variant="primary"
            size="large"
          />
          <div className={css.nextAbout}>
            <EntryWhy entry={next.entry} />
            <EntryTopic entry={next.entry} className={undefined} />
            {next.after !== null && text('chair.next.after', { name: nameOf(next.after.seat) })}
          </div>
        </>
      )}
      <Button onPress={() => setChoosing(true)}>{text('chair.someoneElse')}</Button>
      {choosing && <SomeoneElse onClose={() => setChoosing(false)} />}
    </div>
  );
}
