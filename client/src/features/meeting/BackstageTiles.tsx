import type { Member } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { backstageMembers } from '../../meeting/whereabouts.ts';
import { useText } from '../../text/index.ts';
import type { StageTile } from '../stage/stagePlan.ts';
import { Tile } from '../stage/Tile.tsx';
import css from './BackstageStage.module.css';

/** The faces of those backstage, as they alone see each other. */
export function BackstageTiles(): ReactNode {
  const text = useText();
  const members = useMeeting(({ state }) => backstageMembers(state));
  const me = useMeeting((view) => view.me);
  return (
    <ul className={css.tiles} aria-label={text('backstage.people')}>
      {members.map((member) => (
        <li key={member.id}>
          <Tile tile={tileOf(member, me)} size="face" plate="shown" />
        </li>
      ))}
    </ul>
  );
}

const tileOf = ({ id, seat, presence }: Member, me: string): StageTile => ({
  member: id,
  seat,
  you: id === me,
  link: presence.status === 'disconnected' ? 'lost' : 'here',
  floor: 'none',
  place: null,
});
