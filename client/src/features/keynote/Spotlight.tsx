import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import css from './keynote.module.css';
import { mostInSpotlight, spotlightChoices } from './keynoteSlot.ts';

/** Who stays on the stage for everybody, up to three. */
export function Spotlight(): ReactNode {
  const text = useText();
  const act = useSend();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const { spotlight } = state.keynote;
  const full = spotlight.length >= mostInSpotlight;
  return (
    <fieldset className={css.part} aria-label={text('keynote.spotlight')}>
      <h3>{text('keynote.spotlight')}</h3>
      {spotlight.length === 0 && <p className={css.quiet}>{text('keynote.spotlight.none')}</p>}
      <ul className={css.seats}>
        {spotlight.map((seat) => (
          <li key={seat} className={css.seat}>
            <span>
              <SeatName seat={seat} /> <SeatFrom seat={seat} className={css.quiet} />
            </span>
            <CommandIconButton
              icon="close"
              command={{ type: 'keynote.setSpotlight', seats: spotlight.filter((other) => other !== seat) }}
              label={text('keynote.spotlight.removeNamed', { name: nameOf(seat) })}
            />
          </li>
        ))}
      </ul>
      <ActionMenu
        label={text('keynote.spotlight.add')}
        refusal={full ? text('keynote.spotlight.full') : null}
        sections={[
          {
            title: null,
            entries: spotlightChoices(state).map((seat) => ({
              id: seat,
              label: nameOf(seat),
              onAction: () => void act({ type: 'keynote.setSpotlight', seats: [...spotlight, seat] }),
            })),
          },
        ]}
      />
      <p className={css.quiet}>{text('keynote.spotlight.hint')}</p>
    </fieldset>
  );
}
