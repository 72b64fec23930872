/** Scrolls what `row` stands in so that it comes to the top: the frame, or on a phone the tab around it. */
export function scrollToTop(frame: HTMLElement, row: HTMLElement): void {
  const scrolls = frame.scrollHeight > frame.clientHeight ? frame : (frame.closest('[role="tabpanel"]') ?? frame);
  scrolls.scrollTop += row.getBoundingClientRect().top - scrolls.getBoundingClientRect().top;
}
