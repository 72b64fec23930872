import { isWaiting, listOf, type MeetingState } from '@track2/shared';
import { type ReactNode, Suspense, useEffect } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { later } from '../../ui/later.ts';
import type { Layout } from '../../ui/layout.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Door } from '../door/Door.tsx';
import { countInside } from '../people/delegations.ts';
import { Agenda } from './Agenda.tsx';
import { leadOf, type PanelName, panelsIn } from './panels.ts';
import styles from './Rail.module.css';

// Most of those who are inside run no meeting, so they do not load what runs it.
const ChairActions = later(async () => (await import('../chair/ChairActions.tsx')).ChairActions);
// What the tabs show comes right after the meeting itself, at once.
const loadQuestions = async () => (await import('../questions/QuestionsPanel.tsx')).QuestionsPanel;
const loadSpeakers = async () => (await import('../speakers/SpeakersPanel.tsx')).SpeakersPanel;
const loadPeople = async () => (await import('../people/PeoplePanel.tsx')).PeoplePanel;
const QuestionsPanel = later(loadQuestions);
const SpeakersPanel = later(loadSpeakers);
const PeoplePanel = later(loadPeople);
const ListTools = later(async () => (await import('../chair/ListTools.tsx')).ListTools);

type Props = { layout: Layout; panel: PanelName; onChoose: (panel: PanelName) => void };

/** Beside the stage: the agenda, always in sight but on a phone, and the panels as tabs. */
export function Rail({ layout, panel, onChoose }: Props) {
  const text = useText();
  const managing = useManaging();
  const state = useMeeting((meeting) => meeting.state);
  const lead = leadOf(state.agenda.items.find((item) => item.id === state.agenda.current) ?? null);
  const names = panelsIn(layout);
  useEffect(() => {
    // Before somebody asks for them; one that is shown is loaded again where this did not succeed.
    for (const load of [loadSpeakers, loadQuestions, loadPeople]) load().catch(() => undefined);
  }, []);
  return (
    <aside className={styles.rail} data-lead={lead} aria-label={text('meeting.rail')}>
      {layout === 'phone' ? null : (
        <div className={styles.agenda} id="agenda" tabIndex={-1}>
          <Agenda />
        </div>
      )}
      <div className={styles.panels} id="panels" tabIndex={-1}>
        {managing && (layout === 'phone' || layout === 'tablet') ? (
          <div className={styles.chair}>
            <Suspense>
              <ChairActions />
            </Suspense>
          </div>
        ) : null}
        <Tabs
          label={text('meeting.tabs')}
          selected={names.includes(panel) ? panel : 'questions'}
          onSelect={onChoose}
          tabs={names.map((name) => ({
            id: name,
            label: text(`meeting.tab.${name}`),
            count: countIn(state, name),
            content: contents[name],
          }))}
        />
      </div>
    </aside>
  );
}

const contents: Readonly<Record<PanelName, ReactNode>> = {
  agenda: <Agenda />,
  questions: (
    <div className={styles.padded}>
      <Suspense>
        <QuestionsPanel />
      </Suspense>
    </div>
  ),
  speakers: (
    <div className={styles.padded}>
      <Suspense>
        <SpeakersPanel
          tools={
            <Suspense>
              <ListTools look="menu" />
            </Suspense>
          }
        />
      </Suspense>
    </div>
  ),
  people: (
    <Suspense>
      <PeoplePanel door={<Door look="panel" />} />
    </Suspense>
  ),
};

/** How many wait, or are inside: a fact beside the name, none where there is nothing. */
function countIn(state: MeetingState, name: PanelName): number {
  switch (name) {
    case 'agenda':
      return 0;
    case 'questions':
      return state.questions.questions.filter((question) => question.status === 'inRound').length;
    case 'speakers': {
      const list = state.agenda.current === null ? undefined : listOf(state, state.agenda.current);
      return list?.entries.filter(isWaiting).length ?? 0;
    }
    case 'people':
      return countInside(state.roster.members);
  }
}
