import type { Member } from '@track2/shared';
import type { ReactNode } from 'react';
import { PersonName, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { SeatFrom } from '../../meeting/SeatName.tsx';
import { backstageMembers } from '../../meeting/whereabouts.ts';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './BackstageList.module.css';

/** Who is backstage, and for who runs the meeting the call on stage. Nothing while nobody is. */
export function BackstageList({ manages }: { manages: boolean }): ReactNode {
  const text = useText();
  const members = useMeeting(({ state }) => backstageMembers(state));
  if (members.length === 0) return null;
  return (
    <section className={css.list} aria-label={text('people.backstage')}>
      <h3>{text('people.backstage')}</h3>
      <p className={css.quiet}>{text('people.backstage.why')}</p>
      <ul>
        {members.map((member) => (
          <Waiting key={member.id} member={member} manages={manages} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ member, manages }: { member: Member; manages: boolean }): ReactNode {
  const text = useText();
  const { name } = usePerson(member.id);
  const mine = useMeeting(({ me }) => me === member.id);
  const { presence } = member;
  const called = 'called' in presence && presence.called;
  const status = presence.status === 'disconnected' ? 'disconnected' : called ? 'called' : 'backstage';
  return (
    <li className={css.person}>
      <span>
        <b>
          <PersonName member={member.id} />
        </b>
        {mine && <span> ({text('people.you')})</span>} <SeatFrom seat={member.seat} className={css.quiet} />
        {member.kind === 'aide' && <span> ({text('people.aide')})</span>}
        {status === 'backstage' ? null : <small>{text(`people.presence.${status}`)}</small>}
      </span>
      {manages && !mine && !called && (
        <CommandButton
          command={{ type: 'roster.callOnStage', member: member.id }}
          label={text('people.callOnStage')}
          name={text('people.callOnStageNamed', { name })}
          size="small"
        />
      )}
    </li>
  );
}
