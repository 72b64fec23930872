import type { Id, Presentation } from '@track2/shared';
import { useSend } from '../../connection/hooks.ts';
import { personIn, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useSpoken, useText } from '../../text/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { drivingOf, receiversOf } from './driving.ts';
import styles from './SlidesStage.module.css';

type Props = { shown: Presentation };

/** Who turns the pages, in words. */
export function Driver({ shown }: Props) {
  const text = useText();
  const reader = useSpoken();
  const name = useMeeting((view) => (shown.driver === null ? '' : personIn(view, shown.driver, reader).name));
  const mine = useMeeting(({ me }) => shown.driver === me);
  if (shown.driver === null) return text('slides.driver.none');
  return mine ? text('slides.driver.you') : text('slides.driver.other', { name });
}

/** Asking for the pages, giving them to another, ending the slides: what of it this person may do. */
export function DrivingActs({ shown }: Props) {
  const text = useText();
  const { state, me } = useMeeting((meeting) => meeting);
  const { ask, gives } = drivingOf(state, me, shown);
  const { document } = shown;
  return (
    <>
      {ask === null ? null : (
        <CommandButton size="small" command={{ type: 'slides.askToDrive', document }} label={text(`slides.${ask}`)} />
      )}
      {gives ? <HandOver shown={shown} /> : null}
      {gives ? (
        <CommandButton size="small" command={{ type: 'slides.stop', document }} label={text('slides.stop')} />
      ) : null}
    </>
  );
}

function HandOver({ shown }: Props) {
  const text = useText();
  const reader = useSpoken();
  const act = useSend();
  const view = useMeeting((meeting) => meeting);
  const receivers = receiversOf(view.state, view.me, shown);
  const entries = receivers.map((member) => ({
    id: member,
    label: personIn(view, member, reader).name,
    // useSend says what went wrong
    onAction: () => void act({ type: 'slides.handOver', document: shown.document, member }),
  }));
  return (
    <span className={styles.menu}>
      <ActionMenu
        label={text('slides.handOver')}
        sections={[{ title: null, entries }]}
        refusal={entries.length === 0 ? text('slides.nobodyElse') : null}
      />
    </span>
  );
}

/** Who asks for the pages, for those who can give them. */
export function Asking({ shown }: Props) {
  const gives = useMeeting(({ state, me }) => drivingOf(state, me, shown).gives);
  if (!gives) return null;
  return shown.asking.map((member) => <OneAsking key={member} shown={shown} member={member} />);
}

function OneAsking({ shown, member }: Props & { member: Id }) {
  const text = useText();
  const { name } = usePerson(member);
  return (
    <output className={styles.line}>
      <span>{text('slides.asks', { name })}</span>
      <CommandButton
        size="small"
        command={{ type: 'slides.handOver', document: shown.document, member }}
        label={text('slides.handOver')}
        name={text('slides.handOverTo', { name })}
      />
    </output>
  );
}
