import { type ReactNode, useEffect, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { isAtDoor } from '../../meeting/isAtDoor.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { boundOn, capsOf, type Key, type Place, type ShortcutIn, shortcuts } from '../../ui/shortcuts.ts';
import { chooseShortcuts, useUi } from '../../ui/uiStore.ts';
import { Choice } from './Choice.tsx';
import css from './keys.module.css';
import { useKeysText } from './useKeysText.ts';

type Shortcut = { [P in Place]: ShortcutIn<P> }[Place];

type Props = { page: keyof typeof boundOn; onClose(): void };

/** All shortcuts of the page, from the table that binds them. */
export function ShortcutsDialog({ page, onClose }: Props): ReactNode {
  const text = useKeysText();
  const layout = useLayoutMap();
  const on = useUi((ui) => ui.shortcuts);
  const talk = useUi((ui) => ui.pushToTalk === 'on');
  const groups = boundOn[page];
  const atDoor = useMeeting(({ state, me }) => isAtDoor(state, me));
  return (
    <Dialog title={text('keys.title')} onClose={onClose}>
      <p>{text(on === 'on' ? 'keys.lead' : 'keys.off')}</p>
      {(['everyone', 'floor', 'door', 'chair', 'cues'] as const).map((group) => {
        const places: readonly Place[] = groups[group];
        const bound = places.filter((place) => (talk || place !== 'talk') && (atDoor || place !== 'door'));
        return bound.length === 0 || on === 'off' ? null : (
          <section key={group} className={css.group}>
            <h3>{text(`keys.for.${group}`)}</h3>
            <dl className={css.keys}>
              {bound.map((place) => (
                <KeysOf key={place} place={place} layout={layout} />
              ))}
            </dl>
          </section>
        );
      })}
      <Choice label={text('keys.choose')} value={on} onChange={chooseShortcuts} />
    </Dialog>
  );
}

const isCue = (name: Shortcut): name is ShortcutIn<'cues'> => name in shortcuts.cues;

function KeysOf({ place, layout }: { place: Place; layout: ReadonlyMap<string, string> | null }): ReactNode {
  const text = useKeysText();
  const words = useText();
  const language = useLanguage();
  const does = (name: Shortcut): string => (isCue(name) ? words(`cues.send.${name}`) : text(`keys.does.${name}`));
  // The names in the table are its own; `Object.entries` forgets them.
  const keys = Object.entries(shortcuts[place]) as [Shortcut, Key][];
  return keys.map(([name, key]) => {
    const caps = capsOf(key, language, layout);
    return (
      <div key={name} className={css.row}>
        <dt>
          {(caps.length === 0 ? [text('keys.space')] : caps).map((cap) => (
            <kbd key={cap} className={css.cap}>
              {cap}
            </kbd>
          ))}
        </dt>
        <dd>{does(name)}</dd>
      </div>
    );
  });
}

type Keyboard = { getLayoutMap(): Promise<ReadonlyMap<string, string>> };

/** What the person's layout writes in each place, where the browser tells (Chromium does); else null. */
function useLayoutMap(): ReadonlyMap<string, string> | null {
  const [layout, setLayout] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const { keyboard }: { keyboard?: Keyboard } = navigator as Navigator & { keyboard?: Keyboard };
    // A browser that refuses to tell leaves the common caps.
    keyboard?.getLayoutMap().then(setLayout, () => {});
  }, []);
  return layout;
}
