import type { Member } from '@track2/shared';
import type { ReactNode } from 'react';
import { useManaging, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './door.module.css';
import { useDoorText } from './useDoorText.ts';
import { openedElsewhere } from './waiting.ts';

/** Whose link was opened elsewhere while they are inside or away: who is inside stays, and nobody else came in. */
export function Elsewhere(): ReactNode {
  const text = useDoorText();
  const flagged = useMeeting((meeting) => meeting.state);
  const found = openedElsewhere(flagged);
  if (found.length === 0) return null;
  return (
    <div className={css.elsewhere}>
      <h3>{text('atDoor.elsewhere')}</h3>
      <ul className={css.list}>
        {found.map(({ member, inside }) => (
          <Flagged key={member.id} member={member} inside={inside} />
        ))}
      </ul>
    </div>
  );
}

function Flagged({ member, inside }: { member: Member; inside: boolean }): ReactNode {
  const text = useDoorText();
  const managing = useManaging();
  const { name } = usePerson(member.id);
  return (
    <li className={css.guest}>
      <p className={css.name}>
        <bdi>{name}</bdi>
      </p>
      {managing && !member.door.deviceAllowed && (
        <CommandButton
          command={{ type: 'roster.allowDevice', member: member.id }}
          label={text('atDoor.allowDevice')}
          size="small"
        />
      )}
      <p className={css.standing}>
        <span>{text(inside ? 'atDoor.elsewhere.inside' : 'atDoor.elsewhere.outside')}</span>
        {member.door.deviceAllowed && <span>{text('atDoor.deviceAllowed')}</span>}
      </p>
    </li>
  );
}
