declare global {
  interface Window {
    /** A window of the page that stays in front of all others; Chromium on computers alone has it. */
    readonly documentPictureInPicture?: {
      requestWindow(options: { width: number; height: number }): Promise<Window>;
    };
  }
}

/** The first size of the small window, in CSS pixels; the person may change it, and the browser remembers. */
const size = { width: 380, height: 320 };

/** Whether this browser has a window that stays in front. */
export const hasSmallWindow = (): boolean => window.documentPictureInPicture !== undefined;

/** Opens the small window, empty; null where the browser refuses. Only right after a press, as browsers ask. */
export async function openSmallWindow(): Promise<Window | null> {
  try {
    return (await window.documentPictureInPicture?.requestWindow(size)) ?? null;
  } catch {
    return null;
  }
}

const followed = ['lang', 'dir', 'data-theme'] as const;

/**
 * Gives another window of the page a title and the page's styles, language, direction and theme, and keeps the latter three the same.
 * The sheets are linked anew, since a sheet belongs to one document and the content policy allows files alone.
 */
export function dressLikePage(other: Document, title: string): () => void {
  other.title = title;
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"], style')].map((sheet) => sheet.cloneNode(true));
  other.head.append(...sheets);
  const root = document.documentElement;
  const follow = (): void => {
    for (const name of followed) other.documentElement.setAttribute(name, root.getAttribute(name) ?? '');
  };
  follow();
  const changes = new MutationObserver(follow);
  changes.observe(root, { attributeFilter: [...followed] });
  return () => {
    changes.disconnect();
    for (const sheet of sheets) sheet.parentNode?.removeChild(sheet);
  };
}
