import { useText } from '../text/index.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './Pager.module.css';

type Props = { page: number; pages: number; turnTo(page: number): void };

/** One page back, where one is, one page on. */
export function Pager({ page, pages, turnTo }: Props) {
  const text = useText();
  return (
    <div className={styles.pager}>
      <IconButton
        icon="back"
        label={text('pdf.previous')}
        refusal={page <= 1 ? text('pdf.first') : null}
        onPress={() => turnTo(page - 1)}
      />
      <span className={styles.count}>{text('pdf.count', { page, pages })}</span>
      <IconButton
        icon="forward"
        label={text('pdf.next')}
        refusal={page >= pages ? text('pdf.last') : null}
        onPress={() => turnTo(page + 1)}
      />
    </div>
  );
}
