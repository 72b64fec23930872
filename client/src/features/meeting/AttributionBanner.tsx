import type { AttributionLevel } from '@track2/shared';
import { useEffect, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { writtenNumber } from '../agenda/agendaRows.ts';
import styles from './AttributionBanner.module.css';
import { attributionNow } from './attribution.ts';

/** The rule of the current item: one line, always there, never closable. A change of it stays until it is seen. */
export function AttributionBanner() {
  const text = useText();
  const { number } = useFormats();
  const state = useMeeting((meeting) => meeting.state);
  const { level, next } = attributionNow(state);
  return (
    <>
      <div className={styles.rule} data-level={level} role="note" aria-label={text('meeting.rule.label')}>
        <Icon name={level === 'onRecord' ? 'document' : 'lock'} />
        <b>{text(`meeting.rule.${level}.name`)}</b>
        <span className={`${styles.say} ${styles.long}`}>{text(`meeting.rule.${level}.long`)}</span>
        <span className={`${styles.say} ${styles.short}`}>{text(`meeting.rule.${level}.short`)}</span>
        <span className={styles.next}>
          {level === 'onRecord' && next !== null
            ? text('meeting.rule.next', {
                item: writtenNumber(next.item, number),
                name: text(`meeting.rule.${next.level}.name`),
              })
            : text('meeting.rule.noRecording')}
        </span>
      </div>
      {state.session.status === 'open' ? <ChangeNotice level={level} /> : null}
    </>
  );
}

/** Says a change of the rule, and holds it in a notice until the person has seen it. */
function ChangeNotice({ level }: { level: AttributionLevel }) {
  const text = useText();
  const [seen, setSeen] = useState(level);
  const changed = text(`meeting.rule.changed.${level}`);
  useEffect(() => {
    if (seen !== level) announce(changed, 'polite');
  }, [seen, level, changed]);
  if (seen === level) return null;
  return (
    <Notice tone="conf">
      <span className={styles.notice}>{changed}</span>
      <Button size="small" onPress={() => setSeen(level)}>
        {text('meeting.rule.seen')}
      </Button>
    </Notice>
  );
}
