/**
 * What the widgets of react-aria say by themselves, in Persian, which that library has not; by its folders. The
 * build puts it into the library (see `reactAriaWords.ts`) and fails where a folder in use has no words here.
 */
export const reactAriaPersian = {
  menu: { longPressMessage: 'برای باز شدن فهرست، لمس طولانی کنید یا کلیدهای دگرساز و پایین را بزنید' },
  overlays: { dismiss: 'بستن' },
} as const;
