import { useShortcuts } from '../../ui/useShortcuts.ts';
import type { ControlKey } from './Control.tsx';
import { usePushToTalk } from './usePushToTalk.ts';

/** Presses a control of the bar, where it is there; one that is refused takes the focus instead and says why. */
function press(key: ControlKey): void {
  const control = document.querySelector<HTMLElement>(`#controls [data-shortcut="${key}"]`);
  if (control?.ariaDisabled === 'true') control.focus();
  else control?.click();
}

/** The keys of the bar press its controls, so that a key does what the control does and no more. */
export function useControlKeys(): void {
  useShortcuts('controls', {
    ask: () => press('ask'),
    ways: () => press('ways'),
    take: () => press('take'),
    microphone: () => press('microphone'),
  });
  usePushToTalk();
}
