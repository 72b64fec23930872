import { type ReactNode, useState } from 'react';
import { useText } from '../text/index.ts';
import { IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Select } from './Select.tsx';
import styles from './Settings.module.css';
import { calendars, chooseCalendar, chooseLanguage, chooseTheme, languages, themes, useUi } from './uiStore.ts';

/** The languages by their own names: whoever needs one finds it in any other. */
const ownNames = { en: 'English', fa: 'فارسی' } as const;

/** A button with the choices of this browser: language, appearance, calendar, and (`children`) what the page adds. */
export function Settings({ children }: { children?: ReactNode }) {
  const text = useText();
  const [dialog, setDialog] = useState<'shut' | 'open'>('shut');
  return (
    <>
      <IconButton icon="globe" label={text('common.settings')} onPress={() => setDialog('open')} />
      {dialog === 'open' ? (
        <Dialog title={text('common.settings')} onClose={() => setDialog('shut')}>
          <div className={styles.choices}>
            <PageChoices />
            {children}
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

function PageChoices() {
  const text = useText();
  const language = useUi((ui) => ui.language);
  const theme = useUi((ui) => ui.theme);
  const calendar = useUi((ui) => ui.calendar);
  return (
    <>
      <Select
        label={text('common.language')}
        value={language}
        choices={languages.map((id) => ({ id, label: ownNames[id] }))}
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
    </>
  );
}
