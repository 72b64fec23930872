import type { Id } from '@track2/shared';
import { usePerson } from './view.ts';

/** A person's name, kept apart from the direction of the text around it. */
export function PersonName({ member }: { member: Id }) {
  return <bdi>{usePerson(member).name}</bdi>;
}
