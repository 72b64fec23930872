import type { Id } from '@track2/shared';
import type { ReactNode } from 'react';
import { useVideo, Video } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useStageWords } from '../../meeting/StageName.tsx';
import { useText } from '../../text/index.ts';
import styles from './Stage.module.css';
import type { StagePlan } from './stagePlan.ts';
import { Tile } from './Tile.tsx';

type Props = {
  plan: StagePlan;
  /** What has the large place with the speaker beside it, such as slides; or null. */
  slides?: ReactNode;
};

/** The large place: slides or a shared screen with the speaker beside, or who has the floor, or the spotlight. */
export function Stage({ plan, slides = null }: Props) {
  const text = useText();
  const { screen, heroes } = plan;
  const spotlight = useMeeting(({ state }) => state.keynote.spotlight);
  if (screen === null && slides === null && heroes.length === 0) {
    return (
      <div className={styles.empty}>
        <b>{text('stage.empty')}</b>
        <span>{text('stage.emptyHint')}</span>
      </div>
    );
  }
  // The floor bar names who alone is large and heard; who is in the spotlight has a lower third all the same.
  const large = screen === null ? slides : <SharedScreen member={screen.member} seat={screen.seat} />;
  const named = heroes.length === 1 && heroes[0]?.floor !== 'none' && large === null;
  const tiles = heroes.map((tile) => (
    <Tile
      key={tile.member}
      tile={tile}
      size="hero"
      plate={named && !spotlight.includes(tile.seat) ? 'inFloorBar' : 'shown'}
    />
  ));
  return (
    <div className={styles.frame} data-screen={large === null ? undefined : screen === null ? 'slides' : 'shared'}>
      {large === null ? (
        <div className={styles.stage} data-faces={heroes.length}>
          {tiles}
        </div>
      ) : (
        <div className={styles.stage} data-screen data-alone={tiles.length === 0 || undefined}>
          {large}
          {tiles.length === 0 ? null : <div className={styles.side}>{tiles}</div>}
        </div>
      )}
    </div>
  );
}

function SharedScreen({ member, seat }: { member: Id; seat: Id }) {
  const text = useText();
  const name = useStageWords({ seat, member });
  const stream = useVideo(member, 'screen');
  const mine = useMeeting(({ me }) => me === member);
  return (
    <figure className={styles.screen}>
      <Video stream={stream} member={member} source="screen" />
      <figcaption className={styles.caption}>
        {mine ? (
          text('stage.ownScreen')
        ) : (
          <bdi>{name === null ? text('stage.screen.unnamed') : text('stage.screen', { name })}</bdi>
        )}
      </figcaption>
    </figure>
  );
}
