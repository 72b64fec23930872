import { useEffect, useRef } from 'react';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';

/** Says to screen readers where this person is heard from now on, and that the chair calls. */
export function BackstageNews(): null {
  const text = useText();
  const where = useWhereabouts();
  const step = where.at === 'room' ? 'onStage' : where.called ? 'called' : 'backstage';
  const last = useRef<typeof step>('onStage');
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    announce(text(`backstage.say.${step}`), 'assertive');
  }, [step, text]);
  return null;
}
