import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Budgets } from './Budgets.tsx';
import { ClockForm } from './ClockForm.tsx';

type Part = 'clocks' | 'delegations';

/** The speaking times of the meeting: how long each clock is and what its end means, and the time of the delegations. */
export function TimesDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const [part, setPart] = useState<Part>('clocks');
  return (
    <Dialog title={text('time.title')} onClose={onClose} size="wide">
      <Tabs<Part>
        label={text('time.title')}
        selected={part}
        onSelect={setPart}
        tabs={[
          { id: 'clocks', label: text('time.clocks'), content: <ClockForm onClose={onClose} /> },
          { id: 'delegations', label: text('time.delegations'), content: <Budgets /> },
        ]}
      />
    </Dialog>
  );
}
