import { type ReactNode, useState } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import css from './questions.module.css';

const MOST_AT_FIRST = 5;

/** Cards of which the first are shown, and all after a press: forty of them must not bury what stands below. */
export function CardList({ children }: { children: readonly ReactNode[] }): ReactNode {
  const text = useText();
  const [whole, setWhole] = useState(false);
  // One more in place of the button that would stand for it.
  const all = whole || children.length <= MOST_AT_FIRST + 1;
  return (
    <>
      <ul className={css.list}>{all ? children : children.slice(0, MOST_AT_FIRST)}</ul>
      {!all && (
        <Button variant="quiet" size="small" onPress={() => setWhole(true)}>
          {text('questions.showMore', { count: children.length - MOST_AT_FIRST })}
        </Button>
      )}
    </>
  );
}
