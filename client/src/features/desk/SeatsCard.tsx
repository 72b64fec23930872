import type { Invitee } from '@track2/shared';
import { useState } from 'react';
import { Count } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScrollFrame } from '../../ui/ScrollFrame.tsx';
import { Select } from '../../ui/Select.tsx';
import desk from './desk.module.css';
import { useDeskWords } from './deskWords.ts';
import { InvitationDialogs } from './InvitationDialogs.tsx';
import { newKey, type SeatDraft } from './plan.ts';
import { SeatDialog } from './SeatDialog.tsx';
import { SeatRow } from './SeatRow.tsx';
import styles from './seats.module.css';
import { isSent, needOf } from './standing.ts';
import { type Inviting, useInvitations } from './useInvitations.ts';
import type { Editing } from './usePlan.ts';

const filters = ['all', 'attention', 'toSend'] as const;
type Filter = (typeof filters)[number];

const fits = (filter: Filter, invitee: Invitee | undefined): boolean => {
  if (filter === 'all') return true;
  if (invitee === undefined) return false;
  return filter === 'attention' ? needOf(invitee) !== null : invitee.state === 'drafted';
};

const freshSeat = (): SeatDraft => ({
  seat: { id: newKey('seat'), role: 'participant', people: [{ id: newKey('person'), name: '' }] },
  delegation: null,
  budget: null,
});

/** The seats in the order of the table, with how far the invitation of each person has come. */
export function SeatsCard({ editing, mail }: { editing: Editing; mail: boolean }) {
  const say = useDeskWords();
  const inviting = useInvitations(editing, mail);
  const [filter, setFilter] = useState<Filter>('all');
  const [asking, setAsking] = useState<SeatDraft | null>(null);
  const { plan, meeting, locked } = editing;
  const { seats, delegations, budgets = {} } = plan.file;
  const inviteeOf = (seat: string, person: string | undefined): Invitee | undefined =>
    meeting.invitees.find((one) => one.seat === seat && one.person === person);
  const shown = seats.filter(({ id, people }) => people.some((person) => fits(filter, inviteeOf(id, person.id))));
  const edit = (id: string): void => {
    const seat = seats.find((one) => one.id === id);
    if (seat === undefined) return;
    const key = seat.delegation ?? '';
    setAsking({ seat, delegation: delegations[key] ?? null, budget: budgets[key] ?? null });
  };
  return (
    <section className={desk.card}>
      <div className={desk.cardHead}>
        <h2>{say('plan.seats')}</h2>
        <Count value={seats.length} />
        <span className={styles.tools}>
          <SendAll inviting={inviting} mail={mail} />
          <Select
            label={say('invite.filter')}
            value={filter}
            choices={filters.map((id) => ({ id, label: say(`invite.filter.${id}`) }))}
            onChange={(chosen: Filter) => setFilter(chosen)}
          />
          <Button
            size="small"
            name={say('plan.seat.add')}
            refusal={locked.seats}
            onPress={() => setAsking(freshSeat())}
          >
            <Icon name="plus" size="small" />
            {say('plan.seat')}
          </Button>
        </span>
      </div>
      <ScrollFrame className={styles.frame} label={say('plan.seats')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('plan.seat')}</th>
              <th scope="col">{say('plan.seat.delegation')}</th>
              <th scope="col">{say('plan.seat.heldBy')}</th>
              <th scope="col">{say('plan.seat.role')}</th>
              <th scope="col">{say('plan.seat.invitation')}</th>
              <th scope="col">{say('plan.seat.equipment')}</th>
              <th scope="col">
                <span className={desk.hidden}>{say('plan.seat.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((seat) =>
              seat.people.map((person, index) => (
                <SeatRow
                  key={`${seat.id} ${person.id ?? index}`}
                  editing={editing}
                  seat={seat}
                  person={person}
                  number={seats.indexOf(seat) + 1}
                  invitee={inviteeOf(seat.id, person.id)}
                  inviting={inviting}
                  onEdit={() => edit(seat.id)}
                />
              )),
            )}
          </tbody>
        </table>
      </ScrollFrame>
      {shown.length === 0 ? <p className={desk.empty}>{say('invite.filter.none')}</p> : null}
      {asking === null ? null : <SeatDialog draft={asking} editing={editing} onClose={() => setAsking(null)} />}
      <InvitationDialogs inviting={inviting} />
    </section>
  );
}

/** All that were not sent yet at one press: by mail who has an address, else by hand. */
function SendAll({ inviting, mail }: { inviting: Inviting; mail: boolean }) {
  const say = useDeskWords();
  const waiting = inviting.invitees.filter((one) => !isSent(one) && one.state === 'drafted');
  const byMail = mail ? waiting.filter(({ email }) => email !== null) : [];
  const chosen = byMail.length > 0 ? byMail : waiting;
  if (chosen.length === 0) return null;
  const by = byMail.length > 0 ? 'mail' : 'hand';
  return (
    <Button
      variant="primary"
      size="small"
      busy={inviting.busy}
      refusal={inviting.refusal}
      onPress={() => void inviting.invite(chosen, by)}
    >
      <Icon name="later" size="small" />
      {say(by === 'mail' ? 'invite.sendAll' : 'invite.handOutAll', { count: chosen.length })}
    </Button>
  );
}
