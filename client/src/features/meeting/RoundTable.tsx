import { holderOf } from '@track2/shared';
import { flushSync } from 'react-dom';
import { MediaNotices } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useLayout } from '../../ui/layout.ts';
import { HardStopNotice } from '../agenda/HardStopNotice.tsx';
import { ControlsBar } from '../controls/ControlsBar.tsx';
import { CueStack } from '../cues/CueStack.tsx';
import { SpeakerCues } from '../cues/SpeakerCues.tsx';
import { FloorBar } from '../floor/FloorBar.tsx';
import { Introduction } from '../keynote/Introduction.tsx';
import { introductionNow } from '../keynote/introduction.ts';
import { Shortcuts } from '../keys/Shortcuts.tsx';
import { ChairOffer } from '../people/ChairOffer.tsx';
import { ScreenLeaves } from '../screen/ScreenLeave.tsx';
import { SlidesStage } from '../slides/Slides.tsx';
import { Filmstrip } from '../stage/Filmstrip.tsx';
import { Stage } from '../stage/Stage.tsx';
import { stagePlan } from '../stage/stagePlan.ts';
import { useScreens } from '../stage/useScreens.ts';
import { UndoBar } from '../time/UndoBar.tsx';
import { AttributionBanner } from './AttributionBanner.tsx';
import { BackstageStage } from './BackstageStage.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { focusQuestionForm } from './focusQuestionForm.ts';
import styles from './MeetingPage.module.css';
import { MeetingSettings } from './MeetingSettings.tsx';
import { News } from './News.tsx';
import { Rail } from './Rail.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { SpeakerWindow } from './SpeakerWindow.tsx';
import { Topbar } from './Topbar.tsx';
import { usePanel } from './usePanel.ts';
import { usePanelKeys } from './usePanelKeys.ts';
import { WaitingStage } from './WaitingStage.tsx';

/** The table: the stage with the agenda beside it, the panels, and the own controls. */
export function RoundTable({ onShowConsole }: { onShowConsole: (() => void) | null }) {
  const text = useText();
  const layout = useLayout();
  const item = useMeeting(({ state }) => state.agenda.items.find((each) => each.id === state.agenda.current) ?? null);
  const [panel, choose] = usePanel(item, layout);
  usePanelKeys(layout, choose);
  return (
    <div className={styles.page}>
      <SkipLinks />
      <div className={styles.head}>
        <Topbar>
          {onShowConsole === null ? null : (
            <Button size="small" onPress={onShowConsole}>
              {text('meeting.showConsole')}
            </Button>
          )}
          <SpeakerWindow />
          <MeetingSettings />
        </Topbar>
        <AttributionBanner />
        <ConnectionBanner />
        <ChairOffer />
        <HardStopNotice />
        <ScreenLeaves />
        <MediaNotices />
        <SpeakerCues />
      </div>
      <main className={styles.meeting}>
        <StageColumn />
        <Rail layout={layout} panel={panel} onChoose={choose} />
      </main>
      <ControlsBar
        layout={layout}
        onAsk={() => {
          // The form has to be there before it can take the focus.
          flushSync(() => choose('questions'));
          focusQuestionForm();
        }}
      />
      <News />
      <Shortcuts page="table" />
      <UndoBar />
    </div>
  );
}

function StageColumn() {
  const text = useText();
  const { state, me } = useMeeting((meeting) => meeting);
  const screens = useScreens(state.floor.turns.flatMap((turn) => holderOf(turn) ?? []));
  const plan = stagePlan(state, me, screens);
  const introduction = useMeeting(({ state }) => introductionNow(state));
  const backstage = useWhereabouts().at === 'backstage';
  const introduced = introduction === null ? null : <Introduction of={introduction} />;
  const large = state.slides.shown === null ? introduced : <SlidesStage overlay={<CueStack />} />;
  return (
    <section className={styles.stage} data-backstage={backstage || undefined} aria-label={text('stage.label')}>
      {backstage ? (
        <>
          <BackstageStage />
          <h2 className={styles.room}>{text('backstage.room')}</h2>
        </>
      ) : null}
      {state.session.status === 'planned' ? <WaitingStage /> : <Stage plan={plan} slides={large} />}
      {state.session.status === 'planned' ? null : <FloorBar />}
      {backstage ? null : <Filmstrip plan={plan} />}
    </section>
  );
}
