import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { Dialog } from './Dialog.tsx';
import { Select } from './Select.tsx';
import styles from './Settings.module.css';
import { calendars, chooseCalendar, chooseLanguage, chooseTheme, languages, themes, useUi } from './uiStore.ts';

/** The choices of this browser: language, appearance, calendar, and (`children`) what the page adds. */
export function SettingsDialog({ onClose, children }: { onClose(): void; children?: ReactNode }) {
  const text = useText();
  const language = useUi((ui) => ui.language);
  const theme = useUi((ui) => ui.theme);
  const calendar = useUi((ui) => ui.calendar);
  return (
    <Dialog title={text('common.settings')} onClose={onClose}>
      <div className={styles.choices}>
        <Select
          label={text('common.language')}
          value={language}
          choices={languages.map((id) => ({ id, label: text(`common.language.${id}`) }))}
          onChange={chooseLanguage}
        />
        <Select
          label={text('common.theme')}
          value={theme}
          choices={themes.map((id) => ({ id, label: text(`common.theme.${id}`) }))}
          onChange={chooseTheme}
        />
        {language === 'en' ? null : (
          <Select
            label={text('common.calendar')}
            value={calendar}
            choices={calendars.map((id) => ({ id, label: text(`common.calendar.${id}`) }))}
            onChange={chooseCalendar}
          />
        )}
        {children}
      </div>
    </Dialog>
  );
}
