import type { Id } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/Button.tsx';
import { placeAfterStep } from '../../ui/order.ts';
import css from './speakersTable.module.css';

type Props = {
  seat: Id;
  order: readonly Id[];
  taken: boolean;
  onToggle(): void;
  onMove(before: Id | null): void;
  children: ReactNode;
};

const steps = ['up', 'down'] as const;

/** A seat of a tour in the making: whether it takes part, and one place up or down. */
export function TourSeat({ seat, order, taken, onToggle, onMove, children }: Props): ReactNode {
  const text = useText();
  const name = useSeatWords()(seat);
  return (
    <>
      <label className={css.tourSeat}>
        <input type="checkbox" checked={taken} onChange={onToggle} />
        <span>{children}</span>
      </label>
      {steps.map((step) => {
        const place = placeAfterStep(order, seat, step);
        return (
          <IconButton
            key={step}
            icon={step}
            label={text(`speakers.${step}`, { name })}
            size="small"
            refusal={place === null ? text(step === 'up' ? 'speakers.isFirst' : 'speakers.isLast', { name }) : null}
            onPress={() => place !== null && onMove(place.before)}
          />
        );
      })}
    </>
  );
}
