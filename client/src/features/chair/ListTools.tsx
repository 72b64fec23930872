import type { Id, SpeakersList } from '@track2/shared';
import { type ReactNode, Suspense, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import { ListSwitch } from '../speakers/ListSwitch.tsx';
import { lastHeard } from './queue.ts';
import css from './speakersTable.module.css';

const AddSeatDialog = later(async () => (await import('./AddSeatDialog.tsx')).AddSeatDialog);
const TourDialog = later(async () => (await import('./TourDialog.tsx')).TourDialog);

type Props = { item: Id; list: SpeakersList | undefined };

/** What is done with the list as a whole: a seat added, the last speaker put back, a tour started, opened and closed. */
export function ListTools({ item, list }: Props): ReactNode {
  const text = useText();
  const [open, setOpen] = useState<'none' | 'add' | 'tour'>('none');
  const status = list?.status ?? 'closed';
  const close = (): void => setOpen('none');
  return (
    <div className={css.tools}>
      <Badge tone={status === 'open' ? 'live' : 'plain'}>{text(`speakers.${status}`)}</Badge>
      <span className={css.toolButtons}>
        <Button size="small" onPress={() => setOpen('add')}>
          <Icon name="plus" size="small" />
          {text('chair.queue.add')}
        </Button>
        <HearAgain list={list} />
        <Button size="small" onPress={() => setOpen('tour')}>
          {text('chair.tour')}
        </Button>
        <ListSwitch item={item} status={status} />
      </span>
      <Suspense fallback={null}>
        {open === 'add' && <AddSeatDialog item={item} onClose={close} />}
        {open === 'tour' && <TourDialog item={item} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Gives the last speaker a place before all others, in one press. */
function HearAgain({ list }: { list: SpeakersList | undefined }): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const last = useMeeting(({ state }) => lastHeard(state, list));
  if (last === null) return null;
  return (
    <CommandButton
      command={{ type: 'speakers.addAgain', entry: last.id }}
      icon="undo"
      label={text('chair.queue.lastAgain')}
      name={text('chair.queue.again', { name: nameOf(last.seat) })}
      size="small"
    />
  );
}
