import { type ReactNode, Suspense } from 'react';
import { later } from './later.ts';

const ModalDialog = later(async () => (await import('./ModalDialog.tsx')).ModalDialog);

export type DialogProps = {
  title: string;
  onClose(): void;
  children: ReactNode;
  size?: 'base' | 'wide';
};

/** A question in front of the page, shown as long as it is rendered. Escape and a press beside it close it. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <ModalDialog {...props} />
    </Suspense>
  );
}
