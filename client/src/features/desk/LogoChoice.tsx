import { MOST_LOGO_BYTES } from '@track2/shared';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './desk.module.css';
import type { DeskTrouble } from './deskApi.ts';
import { useDeskWords, useTroubleText } from './deskWords.ts';

/** A logo that was chosen and is saved with the series; `none` takes the one away that is there. */
export type ChosenLogo = { file: File } | 'none';

const fitTypes: ReadonlySet<string> = new Set(['image/png', 'image/svg+xml']);
const BYTES_IN_KB = 1024;

/** What can be seen at once; the server looks into the file. */
function troubleOf({ type, size }: File): DeskTrouble | null {
  if (!fitTypes.has(type)) return { code: 'desk.logoUnfit' };
  return size > MOST_LOGO_BYTES ? { code: 'desk.logoTooLarge', mostBytes: MOST_LOGO_BYTES } : null;
}

type Props = {
  name: string;
  logo: ChosenLogo | null;
  saved: string | null;
  onChange(logo: ChosenLogo): void;
};

/** The logo of an organisation, with what it looks like. As a picture nothing in it can run. */
export function LogoChoice({ name, logo, saved, onChange }: Props) {
  const say = useDeskWords();
  const troubleText = useTroubleText();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const file = logo === null || logo === 'none' ? null : logo.file;
  const preview = useMemo(() => (file === null ? null : URL.createObjectURL(file)), [file]);
  useEffect(() => () => URL.revokeObjectURL(preview ?? ''), [preview]);
  const shown = logo === 'none' ? null : (preview ?? saved);
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    const found = troubleOf(chosen);
    setTrouble(found);
    if (found === null) onChange({ file: chosen });
  };
  return (
    <div className={styles.logo}>
      {shown === null ? null : <img src={shown} alt={say('convene.logo.of', { name })} />}
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept="image/png,image/svg+xml"
        aria-label={say('convene.logo.of', { name })}
        tabIndex={-1}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
      />
      <div>
        <Button size="small" onPress={() => input.current?.click()}>
          {say(shown === null ? 'convene.logo.choose' : 'convene.logo.other')}
        </Button>
        {shown === null ? null : (
          <Button size="small" variant="quiet" onPress={() => onChange('none')}>
            {say('convene.logo.drop')}
          </Button>
        )}
        <p className={trouble === null ? styles.soft : styles.wrong} role={trouble === null ? undefined : 'alert'}>
          {trouble === null ? say('convene.logo.hint', { kB: MOST_LOGO_BYTES / BYTES_IN_KB }) : troubleText(trouble)}
        </p>
      </div>
    </div>
  );
}
