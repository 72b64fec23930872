import { type ReactNode, Suspense } from 'react';
import { later } from '../../ui/later.ts';
import { showHelp, useUi } from '../../ui/uiStore.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';

const ShortcutsDialog = later(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);

/** Shows the shortcuts of that page when they are asked for, with their own key or from the settings. */
export function Shortcuts({ page }: { page: 'table' | 'console' }): ReactNode {
  const open = useUi((ui) => ui.help === 'open');
  useShortcuts('page', { help: () => showHelp('open') });
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog page={page} onClose={() => showHelp('shut')} />
    </Suspense>
  );
}
