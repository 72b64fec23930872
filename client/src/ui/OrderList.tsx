import { type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { Button, type DragAndDropHooks, GridList, GridListItem } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { later } from './later.ts';
import styles from './OrderList.module.css';
import { placeAfterStep, stepOf } from './order.ts';

/** What makes it possible to drag is loaded beside the list: until then it is moved by keys and buttons. */
const Dragging = later(async () => (await import('./Dragging.tsx')).Dragging);

/** One line of an order, by its id and by words for who cannot see it. */
export type OrderLine = {
  id: string;
  words: string;
  content: ReactNode;
  marks?: Readonly<Record<`data-${string}`, string>>;
};

type Props = {
  label: string;
  lines: readonly OrderLine[];
  /** Somebody puts a line before another, or (null) at the end. It moves once the lines say so. */
  onMove(line: string, before: string | null): void;
  className?: string | undefined;
  /** The name of what a line is dragged by. */
  dragName(words: string): string;
};

/**
 * A list that is put in order: by dragging a line, and with Alt and the arrow keys, Home and End on the line that has
 * the focus. One stop of the tab key; arrow keys go through the lines and what can be pressed in them.
 */
export function OrderList(props: Props): ReactNode {
  const order = props.lines.map(({ id }) => id);
  return (
    <Suspense fallback={<Lines {...props} order={order} hooks={null} />}>
      <Dragging order={order} onMove={props.onMove}>
        {(hooks) => <Lines {...props} order={order} hooks={hooks} />}
      </Dragging>
    </Suspense>
  );
}

type LinesProps = Props & { order: readonly string[]; hooks: DragAndDropHooks | null };

function Lines({ label, lines, order, onMove, className, dragName, hooks }: LinesProps): ReactNode {
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const wanted = stepOf(event);
    const line = (event.target as Element).closest('[data-key]')?.getAttribute('data-key') ?? null;
    if (wanted === null || line === null) return;
    event.preventDefault();
    event.stopPropagation();
    const place = placeAfterStep(order, line, wanted);
    if (place !== null) onMove(line, place.before);
  };
  return (
    // Before the list's own keys, which would move the focus.
    <div className={className} onKeyDownCapture={step}>
      <GridList
        aria-label={label}
        className={styles.list ?? ''}
        disallowTypeAhead
        {...(hooks === null ? {} : { dragAndDropHooks: hooks })}
      >
        {lines.map(({ id, words, content, marks }) => (
          <GridListItem key={id} id={id} textValue={words} className={styles.line ?? ''} {...marks}>
            {hooks === null ? (
              <span className={styles.grip} />
            ) : (
              <Button slot="drag" className={styles.grip ?? ''} aria-label={dragName(words)}>
                <Icon name="grip" size="small" />
              </Button>
            )}
            {content}
          </GridListItem>
        ))}
      </GridList>
    </div>
  );
}
