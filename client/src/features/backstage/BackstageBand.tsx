import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import { personIn } from '../../meeting/view.ts';
import { backstageMembers } from '../../meeting/whereabouts.ts';
import { useLanguage, useSpoken, useText } from '../../text/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './BackstageBand.module.css';
import { GoOnStage } from './GoOnStage.tsx';

type Props = {
  /** A card among others, or a band across the page. */
  edge?: 'card' | 'none';
};

/** Who hears this person now, in words that cannot be overlooked; and the way on stage. Nothing in the room. */
export function BackstageBand({ edge = 'none' }: Props): ReactNode {
  const text = useText();
  const where = useWhereabouts();
  const hearers = useHearers();
  const planned = useMeeting(({ state }) => state.session.status === 'planned');
  if (where.at === 'room') return null;
  return (
    <section
      className={css.band}
      data-edge={edge}
      data-called={where.called || undefined}
      aria-label={text('people.backstage')}
    >
      <Icon name={where.called ? 'later' : 'lock'} size="large" />
      <div className={css.words}>
        <h2>{text(where.called ? 'backstage.called' : 'backstage.title')}</h2>
        <p>{text(where.called ? 'backstage.called.why' : planned ? 'backstage.whyPlanned' : 'backstage.why')}</p>
        <p className={css.hearers}>{hearers}</p>
      </div>
      <GoOnStage size="large" />
    </section>
  );
}

function useHearers(): string {
  const text = useText();
  const language = useLanguage();
  const reader = useSpoken();
  const names = useMeeting((view) =>
    backstageMembers(view.state)
      .filter(({ id, presence }) => id !== view.me && presence.status === 'backstage')
      .map(({ id }) => personIn(view, id, reader).name),
  );
  if (names.length === 0) return text('backstage.alone');
  const list = new Intl.ListFormat(language).format(names);
  return text(names.length === 1 ? 'backstage.hearsOne' : 'backstage.hears', { names: list });
}
