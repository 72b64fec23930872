import { seatById } from '@track2/shared';
import { useActiveSpeaker, useVideo, Video } from '../../media/hooks.ts';
import { useMeeting, usePerson } from '../../meeting/hooks.ts';
import { lowerThirdIn } from '../../meeting/lowerThird.ts';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LevelMark } from './LevelMark.tsx';
import { initials, toneOf } from './likeness.ts';
import type { StageTile } from './stagePlan.ts';
import styles from './Tile.module.css';

type Props = {
  tile: StageTile;
  size: 'hero' | 'face';
  /** The floor bar already names who alone is large: then the picture needs no plate. */
  plate: 'shown' | 'inFloorBar';
};

/** One picture: the camera, or the letters of the name, with the plate and what the table must know of the person. */
export function Tile({ tile, size, plate }: Props) {
  const text = useText();
  const person = usePerson(tile.member);
  const role = useMeeting(({ state }) => seatById(state, tile.seat)?.role);
  const stream = useVideo(tile.member, 'camera');
  const third = useMeeting(({ state }) => (size === 'hero' ? lowerThirdIn(state) : 'nameAndOffice'));
  const isHeardMost = useActiveSpeaker() === tile.member;
  const badge = useBadge(tile);
  const shown = tile.link === 'here' && stream !== null;
  return (
    <figure
      className={`${styles.tile} ${styles[size]}`}
      data-tone={toneOf(tile.seat)}
      data-floor={tile.floor}
      data-loudest={isHeardMost || undefined}
      data-link={tile.link}
      data-you={tile.you || undefined}
      data-badge={badge !== null || undefined}
    >
      <span className={styles.picture}>
        <Video stream={stream} member={tile.member} source="camera" />
      </span>
      {shown ? null : (
        <span className={styles.initials} aria-hidden="true">
          {third === 'nameAndOffice' ? <bdi>{initials(person.name)}</bdi> : <Icon name="people" size="large" />}
        </span>
      )}
      {tile.floor === 'heard' ? <LevelMark member={tile.member} /> : null}
      {badge === null ? null : <span className={styles.badge}>{badge}</span>}
      <figcaption className={plate === 'shown' && third !== 'none' ? styles.plate : styles.spoken}>
        <b>{person.delegation === null ? role && text(`role.${role}`) : <Words of={person.delegation} />}</b>{' '}
        {/* Of a name too long for the plate the end goes, whichever way it is written. */}
        <bdi className={third === 'delegation' ? styles.spoken : styles.name}>{person.name}</bdi>
        {size === 'hero' && third === 'nameAndOffice' && person.office !== null ? (
          <bdi className={styles.office}>{person.office}</bdi>
        ) : null}
        {tile.floor === 'heard' ? <span className={styles.spoken}> {text('stage.tile.hasFloor')}</span> : null}
        {shown ? null : <span className={styles.spoken}> {text('stage.tile.noCamera')}</span>}
      </figcaption>
    </figure>
  );
}

function useBadge({ you, link, floor, place }: StageTile): string | null {
  const text = useText();
  if (link === 'lost') return text('stage.tile.lost');
  if (floor === 'called') return text(you ? 'stage.tile.youCalled' : 'stage.tile.called');
  if (place !== null) return text(you ? 'stage.tile.youPlace' : 'stage.tile.place', { place });
  return you ? text('stage.tile.you') : null;
}
