import { type Id, listOf, type SpeakersList } from '@track2/shared';
import { type ReactNode, Suspense, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { tourProgress } from '../../meeting/tour.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import { lastHeard } from './queue.ts';

const AddSeatDialog = later(async () => (await import('./AddSeatDialog.tsx')).AddSeatDialog);
const TourDialog = later(async () => (await import('./TourDialog.tsx')).TourDialog);

/** What is done with the list as a whole: a seat added, the last speaker put back, a tour started or ended. */
export function ListTools(): ReactNode {
  const item = useMeeting(({ state }) => state.agenda.current);
  return item === null ? null : <Tools item={item} />;
}

function Tools({ item }: { item: Id }): ReactNode {
  const text = useText();
  const list = useMeeting(({ state }) => listOf(state, item));
  const [open, setOpen] = useState<'none' | 'add' | 'tour'>('none');
  const close = (): void => setOpen('none');
  return (
    <>
      <Button size="small" onPress={() => setOpen('add')}>
        <Icon name="plus" size="small" />
        {text('chair.queue.add')}
      </Button>
      <HearAgain list={list} />
      {tourProgress(list) === null ? (
        <Button size="small" onPress={() => setOpen('tour')}>
          {text('chair.tour')}
        </Button>
      ) : (
        <CommandButton command={{ type: 'speakers.endTour', item }} label={text('chair.tour.end')} size="small" />
      )}
      <Suspense fallback={null}>
        {open === 'add' && <AddSeatDialog item={item} onClose={close} />}
        {open === 'tour' && <TourDialog item={item} onClose={close} />}
      </Suspense>
    </>
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
      name={text('speakers.againNamed', { name: nameOf(last.seat) })}
      size="small"
    />
  );
}
