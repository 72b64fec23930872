import { type Id, seatById } from '@track2/shared';
import type { ReactNode } from 'react';
import { useLanguage, useSpoken, useText } from '../text/index.ts';
import { pickWords, Words } from '../text/Words.tsx';
import { type Person, personIn, useMeeting } from './hooks.ts';
import { lowerThirdIn } from './lowerThird.ts';
import { seatPerson } from './SeatName.tsx';

/** Who is named: a seat, by the member who speaks for it where one does. */
type Named = { seat: Id; member?: Id | null };

function useNamed({ seat, member = null }: Named): Person & { standing: string } {
  const text = useText();
  const language = useLanguage();
  const reader = useSpoken();
  const person = useMeeting((view) =>
    member === null ? seatPerson(view, seat, reader) : personIn(view, member, reader),
  );
  const role = useMeeting(({ state }) => seatById(state, seat)?.role);
  const standing = pickWords(person.delegation, language)?.text ?? (role === undefined ? '' : text(`role.${role}`));
  return { ...person, standing };
}

/**
 * How the large place names who speaks, inside a sentence: by name, by delegation or role where the attribution
 * allows no more, or null where it allows nothing.
 */
export function useStageWords(named: Named): string | null {
  const { name, standing } = useNamed(named);
  const third = useMeeting(({ state }) => lowerThirdIn(state));
  if (third === 'none') return null;
  return third === 'nameAndOffice' ? name : standing;
}

/** The same, for itself. */
export function StageName(named: Named): ReactNode {
  const text = useText();
  return <bdi>{useStageWords(named) ?? text('stage.unnamed')}</bdi>;
}

/** Office and delegation in the large place, else the role; nothing where the attribution allows no name. */
export function StageFrom({ className, ...named }: Named & { className?: string | undefined }): ReactNode {
  const { office, delegation, standing, ...person } = useNamed(named);
  const third = useMeeting(({ state }) => lowerThirdIn(state));
  if (third !== 'nameAndOffice') return null;
  return (
    <>
      {office !== null && (
        <span className={className}>
          <bdi>{office}</bdi>
        </span>
      )}
      {delegation !== null && person.named ? (
        <span className={className}>
          <Words of={delegation} />
        </span>
      ) : (
        office === null && <span className={className}>{standing}</span>
      )}
    </>
  );
}
