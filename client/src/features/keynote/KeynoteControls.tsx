import type { AgendaItem } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Budget } from './Budget.tsx';
import { CountdownSwitch } from './CountdownSwitch.tsx';
import { IntroductionEdit } from './IntroductionEdit.tsx';
import css from './keynote.module.css';
import { keynoteItem } from './keynoteSlot.ts';
import { Spotlight } from './Spotlight.tsx';

/** The keynote's slot for those who run the meeting: its time and who sees it, the introduction, and who stays on the stage. */
export function KeynoteControls(): ReactNode {
  const item = useMeeting(({ state }) => keynoteItem(state));
  return (
    <div className={css.slot}>
      {item !== null && <Slot item={item} />}
      <Spotlight />
    </div>
  );
}

function Slot({ item }: { item: AgendaItem }): ReactNode {
  const text = useText();
  return (
    <>
      <p className={css.quiet}>
        <Words of={item.title} />
      </p>
      {item.speaker === null && <p className={css.quiet}>{text('keynote.noSpeaker')}</p>}
      <IntroductionEdit key={`${item.id} introduction`} item={item} />
      <Budget key={item.id} item={item} />
      <CountdownSwitch />
    </>
  );
}
