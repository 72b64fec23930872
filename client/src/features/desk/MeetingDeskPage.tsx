import type { Id } from '@track2/shared';
import { useState } from 'react';
import { type TabDefinition, Tabs } from '../../ui/Tabs.tsx';
import { AgendaCard } from './AgendaCard.tsx';
import { Attention } from './Attention.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import styles from './desk.module.css';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import { Failed } from './Failed.tsx';
import { MeetingHead } from './MeetingHead.tsx';
import { PoliciesCard } from './PoliciesCard.tsx';
import { RuleCard } from './RuleCard.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SeatsCard } from './SeatsCard.tsx';
import { Steps } from './Steps.tsx';
import { useUnsavedGuard } from './unsaved.ts';
import { type Editing, usePlan } from './usePlan.ts';

/** A meeting at the desk: how far it has come, its plan, and its invitations. */
export function MeetingDeskPage({ id, ...props }: DeskProps & { id: Id }) {
  const say = useDeskWords();
  const { editing, trouble, look } = usePlan(id);
  if (editing === null)
    return trouble === null ? <output>{say('convene.loading')}</output> : <Failed trouble={trouble} onAgain={look} />;
  return <Loaded {...props} editing={editing} />;
}

type Part = 'people' | 'details' | 'policies';

function Loaded({ editing, ...props }: DeskProps & { editing: Editing }) {
  const say = useDeskWords();
  const [part, setPart] = useState<Part>('people');
  useUnsavedGuard(editing.changes.length === 0 ? null : say('plan.leave'));
  const tabs: TabDefinition<Part>[] = [
    { id: 'people', label: say('plan.tab.people'), content: <People editing={editing} desk={props.desk} /> },
    {
      id: 'details',
      label: say('plan.tab.details'),
      content: (
        <div className={styles.columns}>
          <DetailsCard editing={editing} desk={props.desk} />
          <RuleCard editing={editing} />
        </div>
      ),
    },
    { id: 'policies', label: say('plan.tab.policies'), content: <PoliciesCard editing={editing} /> },
  ];
  return (
    <>
      <MeetingHead {...props} editing={editing} />
      <Steps editing={editing} />
      <Attention editing={editing} />
      <ChangedMeanwhile editing={editing} />
      <SaveBar editing={editing} onSaved={props.reload} />
      <Tabs label={say('plan.tabs')} tabs={tabs} selected={part} onSelect={(chosen: Part) => setPart(chosen)} />
    </>
  );
}

function People({ editing, desk }: { editing: Editing; desk: DeskProps['desk'] }) {
  return (
    <div className={styles.grid}>
      <AgendaCard editing={editing} />
      <SeatsCard editing={editing} mail={desk.mail} />
    </div>
  );
}
