import { useText } from '../../text/index.ts';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import styles from './Filmstrip.module.css';
import type { StagePlan } from './stagePlan.ts';
import { Tile } from './Tile.tsx';

/** Faces that fit into one row; with more the strip has two and scrolls. */
const ONE_ROW = 8;

/** Everybody else at the table. On a phone they are in the People tab. */
export function Filmstrip({ plan }: { plan: StagePlan }) {
  const text = useText();
  const { strip } = plan;
  if (strip.length === 0) return null;
  return (
    <ScrollFrame
      className={styles.strip}
      label={text('stage.strip')}
      marks={{ 'data-rows': strip.length > ONE_ROW ? 2 : 1 }}
    >
      {strip.map((tile) => (
        <Tile key={tile.member} tile={tile} size="face" plate="shown" />
      ))}
    </ScrollFrame>
  );
}
