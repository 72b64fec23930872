import { type ReactNode, useState } from 'react';
import { MediaNotices } from '../../media/hooks.ts';
import { useText } from '../../text/index.ts';
import { useLayout } from '../../ui/layout.ts';
import { AgendaPanel } from '../agenda/AgendaPanel.tsx';
import { ControlsBar } from '../controls/ControlsBar.tsx';
import { OwnFloorNews } from '../controls/OwnFloorNews.tsx';
import { KeynoteControls } from '../keynote/KeynoteControls.tsx';
import { AttributionBanner } from '../meeting/AttributionBanner.tsx';
import { Incoming } from '../questions/Incoming.tsx';
import { Rounds } from '../questions/QuestionsPanel.tsx';
import { ConsoleTopbar } from './ConsoleTopbar.tsx';
import css from './console.module.css';
import { FloorCard } from './FloorCard.tsx';
import { KeyHints } from './KeyHints.tsx';
import { LobbyCard } from './LobbyCard.tsx';
import { SpeakersTable } from './SpeakersTable.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { useConsoleKeys } from './useConsoleKeys.ts';

type Props = {
  /** Leaves the console for the table's own view of the meeting. */
  onShowStage(): void;
};

/** The chair's console: the whole meeting on one screen, for those who run it. */
export function ChairConsole({ onShowStage }: Props): ReactNode {
  const text = useText();
  const layout = useLayout();
  const [keys, setKeys] = useState(true);
  useConsoleKeys(keys);
  return (
    <div className={css.page}>
      <ConsoleTopbar onShowStage={onShowStage} />
      <div>
        <AttributionBanner />
        <MediaNotices />
      </div>
      <main className={css.console} aria-label={text('chair.title')}>
        <div className={css.plan}>
          <section className={css.card} data-fill="">
            <AgendaPanel />
            <div className={css.cardFoot}>
              <StartNextItem size="small" />
            </div>
          </section>
        </div>
        <div className={css.middle}>
          <FloorCard />
          <SpeakersTable />
        </div>
        <div className={css.side}>
          <LobbyCard />
          <section className={css.card} data-fill="" aria-label={text('questions.title')}>
            <div className={css.scroll}>
              <Incoming />
              <h2 className={css.part}>{text('chair.rounds')}</h2>
              <Rounds />
            </div>
          </section>
          <section className={css.card} aria-labelledby="console-keynote">
            <div className={css.head}>
              <h2 id="console-keynote">{text('keynote.title')}</h2>
            </div>
            <div className={css.body}>
              <KeynoteControls />
            </div>
          </section>
        </div>
      </main>
      <div>
        <KeyHints on={keys} onChange={setKeys} />
        <ControlsBar layout={layout} onAsk={onShowStage} />
      </div>
      <OwnFloorNews />
    </div>
  );
}
