import { type Id, listOf, type SpeakersList } from '@track2/shared';
import { type ReactNode, Suspense, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { tourProgress } from '../../meeting/tour.ts';
import { useText } from '../../text/index.ts';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import { lastHeard } from './queue.ts';

const AddSeatDialog = later(async () => (await import('./AddSeatDialog.tsx')).AddSeatDialog);
const TourDialog = later(async () => (await import('./TourDialog.tsx')).TourDialog);

type Asking = 'none' | 'add' | 'tour';
type PartProps = { item: Id; list: SpeakersList | undefined; onAsk(asking: Asking): void };

/**
 * What is done with the list as a whole: a seat added, the last speaker put back, a tour started or ended. As buttons,
 * or where there is little room behind one.
 */
export function ListTools({ look }: { look: 'buttons' | 'menu' }): ReactNode {
  const item = useMeeting(({ state }) => state.agenda.current);
  const list = useMeeting(({ state }) => (item === null ? undefined : listOf(state, item)));
  const [asking, setAsking] = useState<Asking>('none');
  if (item === null) return null;
  const close = (): void => setAsking('none');
  const Part = look === 'buttons' ? Buttons : Menu;
  return (
    <>
      <Part item={item} list={list} onAsk={setAsking} />
      <Suspense fallback={null}>
        {asking === 'add' && <AddSeatDialog item={item} onClose={close} />}
        {asking === 'tour' && <TourDialog item={item} onClose={close} />}
      </Suspense>
    </>
  );
}

function Buttons({ item, list, onAsk }: PartProps): ReactNode {
  const text = useText();
  return (
    <>
      <Button size="small" onPress={() => onAsk('add')}>
        <Icon name="plus" size="small" />
        {text('chair.queue.add')}
      </Button>
      <HearAgain list={list} />
      {tourProgress(list) === null ? (
        <Button size="small" onPress={() => onAsk('tour')}>
          {text('chair.tour')}
        </Button>
      ) : (
        <CommandButton command={{ type: 'speakers.endTour', item }} label={text('chair.tour.end')} size="small" />
      )}
    </>
  );
}

function Menu({ item, list, onAsk }: PartProps): ReactNode {
  const text = useText();
  const send = useSend();
  const nameOf = useSeatWords();
  const last = useMeeting(({ state }) => lastHeard(state, list));
  const again: MenuEntry[] =
    last === null
      ? []
      : [
          {
            id: 'again',
            label: text('speakers.againNamed', { name: nameOf(last.seat) }),
            onAction: () => void send({ type: 'speakers.addAgain', entry: last.id }),
          },
        ];
  const tour: MenuEntry =
    tourProgress(list) === null
      ? { id: 'tour', label: text('chair.tour'), onAction: () => onAsk('tour') }
      : { id: 'tour', label: text('chair.tour.end'), onAction: () => void send({ type: 'speakers.endTour', item }) };
  const entries = [{ id: 'add', label: text('chair.queue.add'), onAction: () => onAsk('add') }, ...again, tour];
  return <ActionMenu label={text('chair.queue.more')} icon="more" sections={[{ title: null, entries }]} />;
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
