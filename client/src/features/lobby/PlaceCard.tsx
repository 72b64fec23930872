import { useEntered } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import styles from './parts.module.css';

/** Who this person is, where the person sits, and what the seat may do. */
export function PlaceCard() {
  const text = useText();
  const { you } = useEntered();
  const may = text(`entry.role.${you.role}`);
  return (
    <section className={styles.place} aria-label={text('entry.you')}>
      {you.delegation === null && you.office === null ? null : (
        <p className={styles.from}>
          {you.delegation === null ? null : <Words of={you.delegation} />}
          {you.delegation === null || you.office === null ? null : ' · '}
          {you.office === null ? null : <bdi>{you.office}</bdi>}
        </p>
      )}
      <p className={styles.name}>
        <bdi>{you.name}</bdi>
      </p>
      <p className={styles.may}>{you.kind === 'aide' ? text('entry.aide', { role: text(`role.${you.role}`) }) : may}</p>
    </section>
  );
}
