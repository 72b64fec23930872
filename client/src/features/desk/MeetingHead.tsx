import { useState } from 'react';
import { useFormats, useLanguage } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { Words } from '../../text/Words.tsx';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/uiStore.ts';
import styles from './desk.module.css';
import { cancelMeeting, fileAddress } from './deskApi.ts';
import type { DeskProps } from './deskProps.ts';
import { useDeskWords } from './deskWords.ts';
import { statusTones } from './Overview.tsx';
import { plannedTimes } from './plan.ts';
import { DeskLink } from './Side.tsx';
import type { Editing } from './usePlan.ts';
import { useRequest } from './useRequest.ts';

const MINUTE_MS = 60_000;

type Props = DeskProps & { editing: Editing };

/** The title of a meeting, when it is held there and here, and what can be done with all of it. */
export function MeetingHead({ go, reload, editing }: Props) {
  const say = useDeskWords();
  const [cancelling, setCancelling] = useState(false);
  const { meeting, plan } = editing;
  const more = [
    { id: 'copy', label: say('plan.copy'), onAction: () => go({ at: 'newMeeting', copyOf: meeting.id }) },
    ...(meeting.status === 'planned'
      ? [{ id: 'cancel', label: say('plan.cancelMeeting'), onAction: () => setCancelling(true) }]
      : []),
  ];
  return (
    <header className={styles.head}>
      <div className={styles.grow}>
        <p className={styles.backLink}>
          <DeskLink to={{ at: 'overview' }} here={null} go={go}>
            <Icon name="back" size="small" />
            {say('convene.back')}
          </DeskLink>
        </p>
        <h1>
          <Words of={plan.file.title} />
        </h1>
        <p className={styles.soft}>
          <When editing={editing} />
        </p>
      </div>
      <div className={styles.acts}>
        <Badge tone={statusTones[meeting.status]}>{say(`convene.status.${meeting.status}`)}</Badge>
        <a className={styles.download} href={fileAddress(meeting.id)} download>
          <Icon name="download" size="small" />
          {say('plan.export')}
        </a>
        <ActionMenu label={say('plan.more')} icon="more" sections={[{ title: null, entries: more }]} />
      </div>
      {cancelling ? <CancelDialog editing={editing} reload={reload} onClose={() => setCancelling(false)} /> : null}
    </header>
  );
}

function When({ editing: { plan } }: { editing: Editing }) {
  const say = useDeskWords();
  const language = useLanguage();
  const { date, time } = useFormats();
  const { startsAt, file } = plan;
  const { timeZone } = file;
  const end = startsAt + plannedTimes(file.agenda).whole * MINUTE_MS;
  const own = ownTimeZone();
  const span = (zone: string) => ({
    start: time(startsAt, zone),
    end: time(end, zone),
    city: placeOfZone(zone, language),
  });
  return (
    <>
      {say('convene.when', { date: date(startsAt, timeZone), ...span(timeZone) })}
      {sameClock(own, timeZone, [startsAt, end]) ? null : ` ${say('convene.whenOwn', span(own))}`}
    </>
  );
}

function CancelDialog({ editing, reload, onClose }: { editing: Editing; reload(): Promise<void>; onClose(): void }) {
  const say = useDeskWords();
  const { busy, request } = useRequest();
  const cancel = async (): Promise<void> => {
    const reply = await request(() => cancelMeeting(editing.meeting.id));
    if (reply === null) return;
    showToast(say('plan.cancelled', { mailed: reply.mailed }));
    editing.discard();
    await Promise.all([editing.look(), reload()]);
    onClose();
  };
  return (
    <Dialog title={say('plan.cancel.title')} onClose={onClose}>
      <p>{say('plan.cancel.text')}</p>
      <Button variant="danger" busy={busy} onPress={() => void cancel()}>
        {say('plan.cancelMeeting')}
      </Button>
      <Button onPress={onClose}>{say('plan.cancel.keep')}</Button>
    </Dialog>
  );
}
