import type { ReactNode } from 'react';
import { MediaNotices } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { useLayout } from '../../ui/layout.ts';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import { HardStopNotice } from '../agenda/HardStopNotice.tsx';
import { BackstageBand } from '../backstage/BackstageBand.tsx';
import { ControlsBar } from '../controls/ControlsBar.tsx';
import { CueConsole } from '../cues/CueConsole.tsx';
import { SpeakerCues } from '../cues/SpeakerCues.tsx';
import { Door } from '../door/Door.tsx';
import { Shortcuts } from '../keys/Shortcuts.tsx';
import { Agenda } from '../meeting/Agenda.tsx';
import { AttributionBanner } from '../meeting/AttributionBanner.tsx';
import { ConnectionBanner } from '../meeting/ConnectionBanner.tsx';
import { News } from '../meeting/News.tsx';
import { ChairOffer } from '../people/ChairOffer.tsx';
import { Incoming } from '../questions/Incoming.tsx';
import { SlidesCard } from '../slides/Slides.tsx';
import { SpeakingTimes } from '../time/SpeakingTimes.tsx';
import { UndoBar } from '../time/UndoBar.tsx';
import { BackstageCard } from './BackstageCard.tsx';
import { ConsoleTopbar } from './ConsoleTopbar.tsx';
import css from './console.module.css';
import { FloorCard } from './FloorCard.tsx';
import { KeyHints } from './KeyHints.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { useConsoleKeys } from './useConsoleKeys.ts';
import { Workbench } from './Workbench.tsx';

type Props = {
  /** Leaves the console for the table's own view of the meeting. */
  onShowStage(): void;
};

/** The chair's console: the whole meeting on one screen, for those who run it. */
export function ChairConsole({ onShowStage }: Props): ReactNode {
  const text = useText();
  const layout = useLayout();
  const idle = useMeeting(({ state }) => state.agenda.current === null && state.session.status === 'open');
  useConsoleKeys();
  return (
    <div className={css.page}>
      <ConsoleTopbar onShowStage={onShowStage} />
      <div>
        <AttributionBanner />
        <ConnectionBanner />
        <ChairOffer />
        <HardStopNotice />
        <BackstageBand />
        <MediaNotices />
        <SpeakerCues />
      </div>
      <main className={css.console} aria-label={text('chair.title')}>
        <div className={css.plan}>
          <section className={css.card} data-fill="">
            <Agenda />
            <div className={css.cardFoot}>
              {!idle && <StartNextItem size="small" />}
              <SpeakingTimes />
            </div>
          </section>
        </div>
        <div className={css.middle}>
          <FloorCard />
          <Workbench />
        </div>
        <ScrollFrame className={css.side} label={text('chair.side')}>
          <Door look="card" />
          <BackstageCard />
          <SlidesCard />
          <div className={css.card}>
            <div className={css.cues}>
              <CueConsole />
            </div>
          </div>
          <div className={css.card} data-fill="">
            <div className={css.scroll}>
              <Incoming />
            </div>
          </div>
        </ScrollFrame>
      </main>
      <div>
        <KeyHints />
        <ControlsBar layout={layout} onAsk={onShowStage} />
      </div>
      <News />
      <Shortcuts page="console" />
      <UndoBar />
    </div>
  );
}
