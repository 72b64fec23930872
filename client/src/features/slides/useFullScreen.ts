import { type RefObject, useEffect, useState } from 'react';

type FullScreen = { full: boolean; toggle(): void };

/** Lets an element fill the screen; where a browser has no such thing for it, as on a phone, the window. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = (): void => setFull(document.fullscreenElement === element.current && element.current !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [element]);
  useEffect(() => {
    if (!full) return;
    // The browser takes this key itself while it fills the screen; it does not where the window alone is filled.
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setFull(false);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [full]);
  const enter = async (): Promise<void> => {
    setFull(true);
    try {
      await element.current?.requestFullscreen();
    } catch {
      // Refused or unknown: the window is filled all the same.
    }
  };
  const leave = (): void => {
    setFull(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen(); // already out of it then
  };
  return { full, toggle: () => void (full ? leave() : enter()) };
}
