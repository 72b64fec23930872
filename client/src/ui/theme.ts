import { uiStore } from './uiStore.ts';

/** Writes on the page which theme is shown, and follows the person's choice and the device's. Called once. */
export function followTheme(): void {
  const darkDevice = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const { theme } = uiStore.getState();
    document.documentElement.dataset.theme = theme === 'system' ? (darkDevice.matches ? 'dark' : 'light') : theme;
  };
  darkDevice.addEventListener('change', show);
  uiStore.subscribe(show);
  show();
}
