import type { Id } from '@track2/shared';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { Door } from '../door/Door.tsx';
import { BackstageList } from './BackstageList.tsx';
import { countInside, type Delegation, delegations } from './delegations.ts';
import styles from './PeoplePanel.module.css';
import { Person } from './Person.tsx';

/** Everybody of the meeting by delegation, in words where each one is; for those who admit, the lobby on top. */
export function PeoplePanel() {
  const text = useText();
  const language = useLanguage();
  const managing = useManaging();
  const state = useMeeting((meeting) => meeting.state);
  const names = useMeeting((meeting) => meeting.nameplates.delegations);
  const nameOf = (delegation: Id): string => pickWords(names[delegation] ?? null, language)?.text ?? '';
  const { members } = state.roster;
  return (
    <div className={styles.panel}>
      <Door look="panel" />
      <BackstageList manages={managing} />
      <p className={styles.summary}>{text('people.summary', { inside: countInside(members), all: members.length })}</p>
      {delegations(state, nameOf, language).map((group) => (
        <DelegationGroup key={group.delegation ?? ''} group={group} words={names[group.delegation ?? ''] ?? null} />
      ))}
    </div>
  );
}

type GroupProps = { group: Delegation; words: Record<string, string> | null };

function DelegationGroup({ group, words }: GroupProps) {
  const text = useText();
  const members = group.people.map(({ member }) => member);
  return (
    <section className={styles.group}>
      <h3>
        <span>{group.delegation === null ? text('people.noDelegation') : <Words of={words} />}</span>
        <small>{text('people.groupCount', { inside: countInside(members), all: members.length })}</small>
      </h3>
      <ul className={styles.list}>
        {group.people.map(({ member, seat }) => (
          <Person key={member.id} member={member} seat={seat} />
        ))}
      </ul>
    </section>
  );
}
