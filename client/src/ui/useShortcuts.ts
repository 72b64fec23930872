import { useEffect, useEffectEvent } from 'react';
import { isTakenElsewhere } from './keys.ts';
import { type Place, type ShortcutIn, shortcutOf } from './shortcuts.ts';
import { useUi } from './uiStore.ts';

type Acts<P extends Place> = { readonly [Name in ShortcutIn<P>]: () => void };

/**
 * Binds all shortcuts of a place in that window: each needs an act here, or this does not compile. They are off while
 * somebody types, while something lies over the page, and when the person switched them off.
 */
export function useShortcuts<P extends Place>(place: P, acts: Acts<P>, keys: Window = window): void {
  const on = useUi((ui) => ui.shortcuts === 'on');
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = shortcutOf(place, event);
    if (name === null || isTakenElsewhere(event)) return;
    event.preventDefault();
    acts[name]();
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent): void => press(event);
    keys.addEventListener('keydown', listen);
    return () => keys.removeEventListener('keydown', listen);
  }, [on, keys]);
}
