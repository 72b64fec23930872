import { filled, type SeatDraft } from './plan.ts';
import { hasWords } from './WordsFields.tsx';

/** What nobody means to be an address; what it is in the end the server and the mail say. */
const addressForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const isAddress = (typed: string): boolean => addressForm.test(typed.trim());

/** Without the blanks around what was typed, and without what is empty. */
export const trimmed = (draft: SeatDraft): SeatDraft => ({
  ...draft,
  seat: {
    ...draft.seat,
    people: draft.seat.people.map((person) =>
      filled({
        ...person,
        name: person.name.trim(),
        office: person.office?.trim(),
        email: person.email?.trim(),
      }),
    ),
  },
});

/** Whether a seat can go into the plan as it is. */
export const isFit = ({ seat, delegation }: SeatDraft): boolean =>
  (delegation === null || hasWords(delegation)) &&
  seat.people.every(({ name, email }) => name !== '' && (email === undefined || isAddress(email)));
