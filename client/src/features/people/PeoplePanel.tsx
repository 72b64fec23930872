import type { Id } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { isUnnamed } from '../../meeting/unnamed.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { BackstageList } from './BackstageList.tsx';
import { countsOf, withoutMembers } from './counts.ts';
import { countInside, type Delegation, delegations } from './delegations.ts';
import styles from './PeoplePanel.module.css';
import { Person } from './Person.tsx';
import { type PersonAct, PersonDialog } from './PersonDialogs.tsx';
import { useRosterText } from './useRosterText.ts';

/** Everybody of the meeting by delegation, in words where each one is; on top, where there is room, the door. */
export function PeoplePanel({ door = null }: { door?: ReactNode }) {
  const text = useText();
  const language = useLanguage();
  const managing = useManaging();
  const view = useMeeting((meeting) => meeting);
  const [act, setAct] = useState<PersonAct | null>(null);
  const { state, nameplates } = view;
  const names = nameplates.delegations;
  const nameOf = (delegation: Id): string => pickWords(names[delegation] ?? null, language)?.text ?? '';
  const counted = state.session.policy.visibility === 'counts' ? (id: Id): boolean => isUnnamed(view, id) : isNobody;
  const { members } = state.roster;
  return (
    <div className={styles.panel}>
      {door}
      <BackstageList manages={managing} />
      <p className={styles.summary}>{text('people.summary', { inside: countInside(members), all: members.length })}</p>
      <Shown />
      {delegations(withoutMembers(state, counted), nameOf, language).map((group) => (
        <DelegationGroup
          key={group.delegation ?? ''}
          group={group}
          words={names[group.delegation ?? ''] ?? null}
          onAct={setAct}
        />
      ))}
      <Counts isCounted={counted} />
      {act === null ? null : <PersonDialog act={act} onClose={() => setAct(null)} />}
    </div>
  );
}

const isNobody = (): boolean => false;

/** What this meeting shows of its people, in a line. */
function Shown(): ReactNode {
  const text = useRosterText();
  const visibility = useMeeting(({ state }) => state.session.policy.visibility);
  return (
    <p className={styles.summary}>
      {text('roster.everyone')} {text(`roster.visibility.${visibility}`)}
    </p>
  );
}

/** Those whose names are kept back, by function alone. */
function Counts({ isCounted }: { isCounted: (member: Id) => boolean }): ReactNode {
  const text = useRosterText();
  const words = useText();
  const counts = useMeeting((view) => view.state);
  const found = countsOf(counts, isCounted);
  if (found.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{text('roster.counts')}</h3>
      <ul className={styles.list}>
        {found.map(({ role, aides, ...count }) => (
          <li key={role} className={styles.person} data-here={count.inside > 0}>
            <p className={styles.name}>
              {words(`role.${role}`)}{' '}
              {aides === 0 ? null : <span>({text('roster.countAides', { count: aides })})</span>}
            </p>
            <div className={styles.state}>
              <span className={styles.presence}>{text('roster.count', count)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type GroupProps = { group: Delegation; words: Record<string, string> | null; onAct: (act: PersonAct) => void };

function DelegationGroup({ group, words, onAct }: GroupProps) {
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
          <Person key={member.id} member={member} seat={seat} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}
