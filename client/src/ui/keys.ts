/** Whether a press repeats, or belongs to something that takes text or to an open dialog or menu. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.repeat || event.isComposing) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="menu"], [role="listbox"]') !== null ||
    document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  );
}
