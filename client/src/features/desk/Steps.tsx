import { useFormats } from '../../text/index.ts';
import { useDeskWords } from './deskWords.ts';
import planStyles from './plan.module.css';
import { isSent } from './standing.ts';
import type { Editing } from './usePlan.ts';

type Step = { words: string; state: 'done' | 'now' | 'ahead' };

/** How far the meeting has come, from its agenda to its end. */
export function Steps({ editing: { meeting, plan } }: { editing: Editing }) {
  const say = useDeskWords();
  const { date } = useFormats();
  const { invitees, status } = meeting;
  const people = invitees.filter(({ state }) => state !== 'revoked');
  const all = people.length;
  const sent = people.filter(isSent).length;
  const done = people.filter(({ check }) => check !== null).length;
  const day = { date: date(plan.startsAt, plan.file.timeZone) };
  const isSet = plan.file.agenda.length > 0;
  const last =
    status === 'open'
      ? say('plan.step.open')
      : status === 'cancelled'
        ? say('plan.step.cancelled')
        : say(status === 'adjourned' ? 'plan.step.held' : 'plan.step.toBeHeld', day);
  const reached = [isSet, sent === all, done === all, status === 'adjourned'];
  const words = [
    say(isSet ? 'plan.step.agenda' : 'plan.step.noAgenda'),
    say('plan.step.invited', { sent, all }),
    say('plan.step.checked', { done, all }),
    last,
  ];
  const now = status === 'planned' ? reached.indexOf(false) : 3;
  const steps = words.map((said, index): Step => {
    if (index === now && status !== 'adjourned') return { words: said, state: 'now' };
    return { words: said, state: reached[index] === true ? 'done' : 'ahead' };
  });
  return (
    <ol className={planStyles.steps} aria-label={say('plan.steps')}>
      {steps.map(({ words: said, state }) => (
        <li key={said} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          {said}
        </li>
      ))}
    </ol>
  );
}
