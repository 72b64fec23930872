/** What takes letters when it has the focus. */
const takesLetters =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="menu"], [role="listbox"]';
/** What lies over the page and has the keyboard to itself. */
const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** What Space presses, chooses, opens or scrolls when it has the focus; links it does not follow. */
const takesSpace =
  'button, summary, audio, video, [tabindex="0"], [role="button"], [role="checkbox"], [role="radio"], [role="switch"], [role="tab"], [role="option"], [role="slider"], [role="spinbutton"], [role="menuitem"], [role="row"], [role="gridcell"], [role="treeitem"]';

/** The element that a press goes to. It may stand in another window, whose elements are no `Element` of this one. */
const elementOf = ({ target }: KeyboardEvent): Element | null =>
  target !== null && 'closest' in target ? (target as Element) : null;

/** Whether a press repeats or is dealt with already, or belongs to what takes text or to an open dialog or menu. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing || event.defaultPrevented) return true;
  const element = elementOf(event);
  if (element === null) return false;
  return element.closest(takesLetters) !== null || element.ownerDocument.querySelector(inFront) !== null;
}

/** Whether Space belongs to the control that has the focus. */
export const isSpaceOfControl = (event: KeyboardEvent): boolean => {
  const element = elementOf(event);
  return element !== null && element.closest(takesSpace) !== null;
};
