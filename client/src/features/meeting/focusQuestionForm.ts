/** Puts the focus where a question is written. The form belongs to another feature, so it is found by what it is. */
export function focusQuestionForm(): void {
  document.querySelector<HTMLElement>('#panels form textarea')?.focus();
}
