/** How long the focus waits for a form that is still being loaded, in milliseconds. */
const PATIENCE_MS = 5000;

const form = (): HTMLElement | null => document.querySelector<HTMLElement>('#panels form textarea');

/**
 * Puts the focus where a question is written, as soon as that is there: its panel is loaded when it is first shown. The
 * form belongs to another feature, so it is found by what it is.
 */
export function focusQuestionForm(): void {
  const there = form();
  if (there !== null) {
    there.focus();
    return;
  }
  const observer = new MutationObserver(() => {
    const come = form();
    if (come === null) return;
    observer.disconnect();
    come.focus();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
}
