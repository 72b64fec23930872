import type { ReactNode } from 'react';
import { type DragAndDropHooks, DropIndicator, useDragAndDrop } from 'react-aria-components';
import styles from './OrderList.module.css';
import { placeAfterDrop } from './order.ts';

type Props = {
  order: readonly string[];
  onMove(line: string, before: string | null): void;
  children(hooks: DragAndDropHooks): ReactNode;
};

/** Lets the lines of an order be dragged: with the mouse, by touch, and with Enter, Tab and Enter. */
export function Dragging({ order, onMove, children }: Props): ReactNode {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ''} />,
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      const drop = { target: String(target.key), side: target.dropPosition };
      for (const key of keys) {
        const place = placeAfterDrop(order, String(key), drop);
        if (place !== null) onMove(String(key), place.before);
      }
    },
  });
  return children(dragAndDropHooks);
}
