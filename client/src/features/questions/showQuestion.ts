import type { Id } from '@track2/shared';

/** Brings the card of a question into sight and gives it the focus; what it is folded into is opened. */
export function showQuestion(id: Id): void {
  const card = [...document.querySelectorAll<HTMLElement>('[data-question]')].find(
    (each) => each.dataset.question === id,
  );
  if (card === undefined) return;
  const folded = card.closest('details');
  if (folded !== null) folded.open = true;
  card.scrollIntoView({ block: 'center' });
  card.focus({ preventScroll: true });
}

/** Puts the focus where a question is written. */
export function focusForm(): void {
  document.querySelector<HTMLElement>('[data-question-form] textarea')?.focus();
}
