import { type ReactNode, useRef, useState } from 'react';
import styles from './Hint.module.css';

/** How far a hint may reach to the side and upwards before it turns to where there is room, in CSS pixels. */
const REACH = 270;
const HEAD = 60;

type Room = { side: 'start' | 'end'; below: boolean };

function roomAround(anchor: HTMLElement): Room {
  const { x, width, top } = anchor.getBoundingClientRect();
  const toRight = document.documentElement.dir !== 'rtl';
  const ahead = toRight ? innerWidth - x : x + width;
  return { side: ahead < REACH ? 'end' : 'start', below: top < HEAD };
}

/** Words that come up over a control on hover and focus; Escape sends them away. The control names their id. */
export function Hint({ id, words, children }: { id: string; words: string; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  const open = (): void => {
    if (anchor.current !== null) setRoom(roomAround(anchor.current));
  };
  const shut = (): void => setRoom(null);
  return (
    // The span only watches what happens to the control inside it.
    // biome-ignore lint/a11y/noStaticElementInteractions: as said above
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      ref={anchor}
      className={styles.anchor}
      data-open={room !== null || undefined}
      onPointerEnter={open}
      onPointerLeave={shut}
      onFocus={open}
      onBlur={shut}
      onKeyDown={(event) => {
        if (event.key === 'Escape') shut();
      }}
    >
      {children}
      <span className={styles.hint} id={id} data-side={room?.side} data-below={room?.below || undefined} role="tooltip">
        {words}
      </span>
    </span>
  );
}
