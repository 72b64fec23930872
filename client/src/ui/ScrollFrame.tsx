/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- a group that scrolls has to take the focus */
import type { ReactNode, Ref } from 'react';

type Props = {
  className: string | undefined;
  children: ReactNode;
  /** What is in it; or `labelledBy`, the id of what says so. */
  label?: string;
  labelledBy?: string;
  ref?: Ref<HTMLDivElement>;
  /** Marks for the style sheet. */
  marks?: Readonly<Record<`data-${string}`, string | number | boolean | undefined>>;
};

/** A part of the page that scrolls by itself. It takes the focus, so that the keyboard can scroll it too. */
export function ScrollFrame({ className, children, label, labelledBy, ref, marks }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      ref={ref}
      className={className}
      role="group"
      aria-label={label}
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: else the keyboard cannot scroll it
      tabIndex={0}
      {...marks}
    >
      {children}
    </div>
  );
}
