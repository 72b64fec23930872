import { useMeeting } from '../../meeting/hooks.ts';
import { usePreview } from '../../meeting/preview.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
import css from './cues.module.css';
import { type ShownCue, shownCues } from './cues.ts';
import { useAcknowledge } from './useAcknowledge.ts';
import { useTimeOf } from './useTimeOf.ts';

/** The cues that this person's seat has not acknowledged, the latest large and first. Nothing when there are none. */
export function CueStack() {
  const text = useText();
  const acknowledge = useAcknowledge();
  const shown = useMeeting(({ state, me }) => shownCues(state, me));
  if (shown.length === 0) return null;
  return (
    <ul className={css.stack} aria-label={text('cues.own')}>
      {shown.map((each, at) => (
        <OneCue key={each.kind} shown={each} first={at === 0} onAcknowledge={() => void acknowledge(each)} />
      ))}
    </ul>
  );
}

type Props = { shown: ShownCue; first: boolean; onAcknowledge(): void };

function OneCue({ shown: { kind, cues }, first, onAcknowledge }: Props) {
  const text = useText();
  const timeOf = useTimeOf();
  const cap = capOf(shortcuts.cue.understood, useLanguage());
  const keys = useUi((ui) => ui.shortcuts === 'on');
  const cue = text(`cues.read.${kind}`);
  const latest = cues.at(-1) ?? cues[0];
  const refusal = useRefusalText()(usePreview({ type: 'keynote.acknowledgeCue', cue: latest.id }));
  return (
    <li className={css.cue} data-first={first || undefined}>
      {first ? <Icon name="clock" size="large" /> : null}
      <div className={css.words}>
        <strong>{cue}</strong>
        <small>{text('cues.own.sent', { time: timeOf(latest.sentAt), count: cues.length })}</small>
      </div>
      <Button
        size={first ? 'large' : 'base'}
        name={text('cues.understood.named', { cue })}
        refusal={refusal}
        reason="below"
        onPress={onAcknowledge}
      >
        {text('cues.understood')}
        {first && keys ? <span className={css.cap} data-cap={cap} aria-hidden="true" /> : null}
      </Button>
    </li>
  );
}
