import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useText } from '../text/index.ts';
import { IconButton } from './Button.tsx';

/** Loaded when it is opened: the pages before the meeting have no other dialog and stay small. */
const SettingsDialog = lazy(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog }));

/** A button that opens the choices of this browser, and (`children`) what the page adds. */
export function Settings({ children }: { children?: ReactNode }) {
  const text = useText();
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  return (
    <>
      <IconButton icon="settings" label={text('common.settings')} onPress={() => setDialog('open')} />
      {dialog === 'open' ? (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setDialog('shut')}>{children}</SettingsDialog>
        </Suspense>
      ) : null}
    </>
  );
}
