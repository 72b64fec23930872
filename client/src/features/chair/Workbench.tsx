import { type AgendaItemType, currentItem, isWaiting, listOf } from '@track2/shared';
import { type ReactNode, Suspense, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { later } from '../../ui/later.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { KeynoteControls } from '../keynote/KeynoteControls.tsx';
import css from './console.module.css';
import { SpeakersTable } from './SpeakersTable.tsx';

const Rounds = later(async () => (await import('../questions/QuestionsPanel.tsx')).Rounds);

type Bench = 'speakers' | 'rounds' | 'keynote';

/** What a chair works with during an item of that kind. */
const benchOf = (type: AgendaItemType | undefined): Bench => {
  if (type === 'keynote') return 'keynote';
  return type === 'qna' ? 'rounds' : 'speakers';
};

/** The large card under the floor: speakers, rounds or keynote. It follows the item until the chair chooses. */
export function Workbench(): ReactNode {
  const text = useText();
  const state = useMeeting((meeting) => meeting.state);
  const item = currentItem(state);
  const [choice, setChoice] = useState<{ item: string | undefined; bench: Bench } | null>(null);
  // A choice counts for the item it was made in; the next one brings its own tools forward.
  const bench = choice !== null && choice.item === item?.id ? choice.bench : benchOf(item?.type);
  const waiting = item === undefined ? 0 : (listOf(state, item.id)?.entries.filter(isWaiting).length ?? 0);
  const inRounds = state.questions.questions.filter((question) => question.status === 'inRound').length;
  return (
    <div className={css.card} data-fill="tall">
      <Tabs
        label={text('chair.bench')}
        selected={bench}
        onSelect={(chosen) => setChoice({ item: item?.id, bench: chosen })}
        tabs={[
          { id: 'speakers', label: text('speakers.title'), count: waiting, content: <SpeakersTable /> },
          {
            id: 'rounds',
            label: text('chair.rounds'),
            count: inRounds,
            content: (
              <div className={css.bench}>
                <Suspense>
                  <Rounds />
                </Suspense>
              </div>
            ),
          },
          {
            id: 'keynote',
            label: text('keynote.title'),
            content: (
              <div className={css.bench}>
                <KeynoteControls />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
