import { Notice } from '../../ui/Notice.tsx';
import { useDeskWords } from './deskWords.ts';
import { needOf } from './standing.ts';
import type { Editing } from './usePlan.ts';

/** So many are named; the others are marked in the list. */
const NAMED = 3;

/** Who needs the convener, and why; what the meeting's end or opening means for the plan. */
export function Attention({ editing: { meeting } }: { editing: Editing }) {
  const say = useDeskWords();
  const { status } = meeting;
  const needs = meeting.invitees.flatMap(({ member, name, ...rest }) => {
    const need = needOf({ member, name, ...rest });
    return need === null ? [] : [{ member, name, need }];
  });
  if (status === 'adjourned' || status === 'cancelled')
    return <Notice>{say(status === 'adjourned' ? 'plan.over' : 'plan.wasCancelled')}</Notice>;
  return (
    <>
      {status === 'open' ? <Notice tone="accent">{say('plan.open')}</Notice> : null}
      {needs.length === 0 ? null : (
        <Notice tone="warn" spoken="polite">
          <p>
            <b>{say('invite.attention.title', { count: needs.length })}</b>{' '}
            {needs
              .slice(0, NAMED)
              .map(({ name, need }) => say(`invite.attention.${need}`, { name }))
              .join(' ')}
            {needs.length > NAMED ? ` ${say('invite.attention.more', { count: needs.length - NAMED })}` : null}
          </p>
        </Notice>
      )}
    </>
  );
}
