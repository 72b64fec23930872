import type { ReactNode } from 'react';
import { Tabs as Inner, Tab, TabList, TabPanel } from 'react-aria-components';
import { Count } from './Badge.tsx';
import styles from './Tabs.module.css';

export type TabDefinition<T extends string> = {
  id: T;
  label: string;
  /** A fact worth knowing from outside; nothing for zero. */
  count?: number;
  countTone?: 'plain' | 'accent';
  content: ReactNode;
};

type Props<T extends string> = {
  /** What the tabs are, for screen readers. */
  label: string;
  tabs: readonly TabDefinition<T>[];
  selected: T;
  onSelect(tab: T): void;
};

/** Panels of which one is shown; arrow keys go through the tabs. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: Props<T>) {
  return (
    <Inner
      className={styles.tabs ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
    >
      <TabList className={styles.list ?? ''} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : (
              <Count value={tab.count} tone={tab.countTone ?? 'plain'} />
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </Inner>
  );
}
