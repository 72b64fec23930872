import { lazy, Suspense, useState } from 'react';
import { useManaging } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';

/** Loaded when it is opened: only those who run the meeting do, and seldom. */
const TimesDialog = lazy(async () => ({ default: (await import('./TimesDialog.tsx')).TimesDialog }));

/** The button that opens the speaking times: for those who run the meeting. */
export function SpeakingTimes() {
  const text = useText();
  const managing = useManaging();
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  if (!managing) return null;
  return (
    <>
      <Button size="small" onPress={() => setDialog('open')}>
        {text('time.title')}
      </Button>
      {dialog === 'open' ? (
        <Suspense fallback={null}>
          <TimesDialog onClose={() => setDialog('shut')} />
        </Suspense>
      ) : null}
    </>
  );
}
