import type { FileSeat, Invitee } from '@track2/shared';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { ownTimeZone } from '../../text/zones.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { placeAfterStep, type Step } from '../../ui/order.ts';
import { useDeskWords } from './deskWords.ts';
import { dropSeat, type FilePerson, moveSeat } from './plan.ts';
import styles from './seats.module.css';
import { equipmentOf, isSent, needOf, standingOf } from './standing.ts';
import type { By, Inviting } from './useInvitations.ts';
import type { Editing } from './usePlan.ts';

type Props = {
  editing: Editing;
  seat: FileSeat;
  person: FilePerson;
  number: number;
  /** Undefined as long as the person is in the draft alone. */
  invitee: Invitee | undefined;
  inviting: Inviting;
  onEdit(): void;
};

/** One person of a seat; what is the seat's stands with its first. */
export function SeatRow({ editing, seat, person, number, invitee, inviting, onEdit }: Props) {
  const say = useDeskWords();
  const text = useText();
  const formats = useFormats();
  const isFirst = seat.people[0] === person;
  const delegation = seat.delegation === undefined ? null : editing.plan.file.delegations[seat.delegation];
  const standing = invitee === undefined ? null : standingOf(invitee);
  const equipment = equipmentOf(invitee?.check ?? null);
  const needs = invitee !== undefined && needOf(invitee) !== null;
  return (
    <tr data-attention={needs || undefined} data-aide={!isFirst || undefined}>
      <td className={styles.number}>{isFirst ? formats.number(number) : null}</td>
      <td className={styles.delegation}>{isFirst ? <Words of={delegation} /> : null}</td>
      <td className={styles.person}>
        {isFirst ? null : <span className={styles.aide}>{say('plan.seat.aide')}: </span>}
        <bdi>{person.name}</bdi>
        {person.office === undefined ? null : (
          <span className={styles.office}>
            <bdi>{person.office}</bdi>
          </span>
        )}
      </td>
      <td className={styles.role}>{isFirst ? text(`role.${seat.role}`) : null}</td>
      <td className={styles.standing}>
        {standing === null ? (
          <Badge>{say('invite.state.unsaved')}</Badge>
        ) : (
          <Badge tone={standing.tone}>
            {say(standing.key, { date: standing.at === undefined ? '' : formats.day(standing.at, ownTimeZone()) })}
          </Badge>
        )}
      </td>
      <td className={styles.equipment} data-tone={equipment.tone}>
        {say(equipment.key)}
      </td>
      <td className={styles.rowActs}>
        {invitee === undefined ? null : <NextAct invitee={invitee} inviting={inviting} />}
        <SeatMenu
          editing={editing}
          seat={seat}
          name={person.name}
          isFirst={isFirst}
          invitee={invitee}
          inviting={inviting}
          onEdit={onEdit}
        />
      </td>
    </tr>
  );
}

/** How a person is invited best: by mail where there is mail and an address. */
const bestWay = ({ email }: Invitee, { mail }: Inviting): By => (mail && email !== null ? 'mail' : 'hand');

/** What comes next for a person who was sent nothing yet, or whose link is doubtful. */
function NextAct({ invitee, inviting }: { invitee: Invitee; inviting: Inviting }) {
  const say = useDeskWords();
  const { name, state, presence } = invitee;
  if (inviting.invitees.length === 0 || presence === 'removed') return null;
  if (needOf(invitee) === 'usedTwice') {
    return (
      <Button
        size="small"
        refusal={inviting.refusal}
        name={say('invite.anewNamed', { name })}
        onPress={() => inviting.ask({ kind: 'anew', invitee, by: bestWay(invitee, inviting) })}
      >
        {say('invite.anew.confirm')}
      </Button>
    );
  }
  if (state !== 'drafted' && state !== 'revoked') return null;
  const by = bestWay(invitee, inviting);
  return (
    <Button
      size="small"
      refusal={inviting.refusal}
      name={say(by === 'mail' ? 'invite.sendNamed' : 'invite.handOutNamed', { name })}
      onPress={() => void inviting.invite([invitee], by)}
    >
      {say(by === 'mail' ? 'invite.send' : 'invite.handOut')}
    </Button>
  );
}

type MenuProps = {
  editing: Editing;
  seat: FileSeat;
  name: string;
  isFirst: boolean;
  invitee: Invitee | undefined;
  inviting: Inviting;
  onEdit(): void;
};

function SeatMenu({ editing, seat, name, isFirst, invitee, inviting, onEdit }: MenuProps) {
  const say = useDeskWords();
  const { plan, change, locked } = editing;
  const { file } = plan;
  const step = (to: Step): (() => void) | null => {
    const place = placeAfterStep(
      file.seats.map(({ id }) => id),
      seat.id,
      to,
    );
    return place === null ? null : () => change(moveSeat(file, seat.id, place.before));
  };
  const isOnlyChair = seat.role === 'chair' && file.seats.filter(({ role }) => role === 'chair').length === 1;
  const ofSeat = [
    { id: 'edit', label: say('plan.seat.edit'), onAction: onEdit },
    { id: 'up', label: say('plan.seat.up'), onAction: step('up') },
    { id: 'down', label: say('plan.seat.down'), onAction: step('down') },
    { id: 'drop', label: say('plan.seat.drop'), onAction: isOnlyChair ? null : () => change(dropSeat(file, seat.id)) },
  ];
  const acts = locked.seats === null ? (isFirst ? ofSeat : ofSeat.slice(0, 1)) : [];
  const seatActs = acts.flatMap(({ onAction, ...entry }) => (onAction === null ? [] : [{ ...entry, onAction }]));
  const linkActs = invitee === undefined || inviting.refusal !== null ? [] : linkActsOf(invitee, inviting, say);
  return (
    <ActionMenu
      icon="more"
      label={say('plan.seat.more', { name })}
      refusal={seatActs.length + linkActs.length === 0 ? say('plan.readOnly') : null}
      sections={[
        { title: say('plan.seat'), entries: seatActs },
        { title: say('plan.seat.invitation'), entries: linkActs },
      ]}
    />
  );
}

function linkActsOf(invitee: Invitee, inviting: Inviting, say: ReturnType<typeof useDeskWords>) {
  if (invitee.presence === 'removed') return [];
  const hasLink = isSent(invitee);
  const issue = (by: By) => (): void => {
    if (hasLink) inviting.ask({ kind: 'anew', invitee, by });
    else void inviting.invite([invitee], by);
  };
  const mail = { id: 'mail', label: say(hasLink ? 'invite.anewByMail' : 'invite.byMail'), onAction: issue('mail') };
  const hand = { id: 'hand', label: say(hasLink ? 'invite.anewByHand' : 'invite.byHand'), onAction: issue('hand') };
  const end = {
    id: 'revoke',
    label: say('invite.revoke'),
    onAction: () => inviting.ask({ kind: 'revoke', invitee }),
  };
  return [...(inviting.mail && invitee.email !== null ? [mail] : []), hand, ...(hasLink ? [end] : [])];
}
