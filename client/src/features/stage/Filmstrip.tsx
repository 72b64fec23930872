import { useText } from '../../text/index.ts';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import styles from './Filmstrip.module.css';
import type { StagePlan } from './stagePlan.ts';
import { Tile } from './Tile.tsx';

/** Faces that fit into one row; with more the strip has two and scrolls. */
const ONE_ROW = 8;

/** Everybody else at the table. On a phone it stands only beside a shared screen, the speaker first. */
export function Filmstrip({ plan }: { plan: StagePlan }) {
  const text = useText();
  const { heroes, strip, screen } = plan;
  if (strip.length === 0 && screen === null) return null;
  return (
    <ScrollFrame
      className={styles.strip}
      label={text('stage.strip')}
      marks={{ 'data-rows': strip.length > ONE_ROW ? 2 : 1, 'data-screen': screen === null ? undefined : true }}
    >
      {screen === null
        ? null
        : heroes.map((tile) => (
            <div key={tile.member} className={styles.phoneOnly}>
              <Tile tile={tile} size="face" plate="shown" />
            </div>
          ))}
      {strip.map((tile) => (
        <Tile key={tile.member} tile={tile} size="face" plate="shown" />
      ))}
    </ScrollFrame>
  );
}
