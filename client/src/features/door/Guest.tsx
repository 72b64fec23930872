import { isDoubtful, type Member, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { openLines } from '../../lines/linesStore.ts';
import { useManaging, useMeeting, usePerson } from '../../meeting/hooks.ts';
import { useLanguage, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { ActionMenu, type MenuEntry } from '../../ui/ActionMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
import css from './door.module.css';
import { askTurnAway } from './doorStore.ts';
import { useDoorText } from './useDoorText.ts';
import { hindrancesOf, linkOf } from './waiting.ts';

type Props = {
  guest: Member;
  /** Whether the key of the door admits this one. */
  keyed: boolean;
};

/** One who waits: who it is, what is known of link, room and equipment, and letting in, asking and turning away. */
export function Guest({ guest, keyed }: Props): ReactNode {
  const text = useDoorText();
  const managing = useManaging();
  const { name } = usePerson(guest.id);
  const doubtful = isDoubtful(guest);
  return (
    <li className={css.guest} data-doubtful={doubtful || undefined}>
      <p className={css.name}>
        <bdi>{name}</bdi>
      </p>
      <div className={css.acts}>
        {doubtful && managing && (
          <Button size="small" name={text('atDoor.askNamed', { name })} onPress={() => ask(guest.id)}>
            {text('atDoor.ask')}
          </Button>
        )}
        <CommandButton
          command={{ type: 'roster.admit', member: guest.id }}
          label={text('atDoor.admit')}
          name={text('atDoor.admitNamed', { name })}
          size="small"
          after={keyed && <AdmitKey />}
        />
        <More guest={guest} name={name} />
      </div>
      <Standing guest={guest} />
      <Facts guest={guest} />
    </li>
  );
}

const ask = (of: string): void => openLines({ kind: 'line', of });

function More({ guest, name }: { guest: Member; name: string }): ReactNode {
  const text = useDoorText();
  const act = useSend();
  const managing = useManaging();
  const asking: MenuEntry = { id: 'ask', label: text('atDoor.askEntry'), onAction: () => ask(guest.id) };
  const device: MenuEntry = {
    id: 'device',
    label: text('atDoor.allowDevice'),
    onAction: () => void act({ type: 'roster.allowDevice', member: guest.id }), // useSend says what went wrong
  };
  const away: MenuEntry = { id: 'away', label: text('atDoor.turnAway'), onAction: () => askTurnAway(guest.id) };
  return (
    <ActionMenu
      icon="more"
      label={text('atDoor.moreNamed', { name })}
      sections={[{ title: null, entries: managing ? [asking, device, away] : [away] }]}
    />
  );
}

/** Office, delegation, and what the person is there for. */
function Standing({ guest }: { guest: Member }): ReactNode {
  const text = useText();
  const { office, delegation } = usePerson(guest.id);
  const role = useMeeting(({ state }) => seatById(state, guest.seat)?.role);
  return (
    <p className={css.standing}>
      {office !== null && (
        <span>
          <bdi>{office}</bdi>
        </span>
      )}
      {delegation !== null && (
        <span>
          <Words of={delegation} />
        </span>
      )}
      {role !== undefined && <span>{text(`role.${role}`)}</span>}
      {guest.kind === 'aide' && <span>{text('people.aide')}</span>}
    </p>
  );
}

/** What those at the door know of link, room and equipment. */
function Facts({ guest }: { guest: Member }): ReactNode {
  const text = useDoorText();
  const language = useLanguage();
  const link = linkOf(guest);
  const hindrances = hindrancesOf(guest.door.check);
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const { company } = guest;
  return (
    <ul className={css.facts}>
      <li data-tone={link === 'elsewhere' ? 'over' : link === 'once' ? 'live' : undefined}>
        {text(`atDoor.link.${link}`)}
      </li>
      {guest.door.deviceAllowed && <li>{text('atDoor.deviceAllowed')}</li>}
      {company !== null && <li>{companyWords(company, text)}</li>}
      <li data-tone={hindrances !== null && hindrances.length > 0 ? 'warn' : undefined}>
        {hindrances === null
          ? text('atDoor.check.none')
          : list.format([
              text('atDoor.check.good'),
              ...hindrances.map((hindrance) => text(`atDoor.check.${hindrance}`)),
            ])}
      </li>
    </ul>
  );
}

function companyWords(company: NonNullable<Member['company']>, text: ReturnType<typeof useDoorText>): string {
  if (company.kind === 'alone') return text('atDoor.company.alone');
  return 'text' in company.by
    ? text('atDoor.company.accompanied', { by: company.by.text })
    : text('atDoor.company.purged');
}

/** The cap of the key that admits, drawn by the style sheet: it is no part of the words of its button. */
function AdmitKey(): ReactNode {
  const on = useUi((ui) => ui.shortcuts === 'on');
  const cap = capOf(shortcuts.door.admit, useLanguage());
  return on ? <span className={css.cap} data-cap={cap} aria-hidden="true" /> : null;
}
