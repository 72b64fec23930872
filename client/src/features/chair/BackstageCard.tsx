import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import { backstageMembers } from '../../meeting/whereabouts.ts';
import { BackstageTiles } from '../meeting/BackstageTiles.tsx';
import { BackstageList } from '../people/BackstageList.tsx';
import css from './console.module.css';

/** Who is backstage and can be called on stage; with their faces for a chair who is there too. Nothing while nobody is. */
export function BackstageCard(): ReactNode {
  const empty = useMeeting(({ state }) => backstageMembers(state).length === 0);
  const backstage = useWhereabouts().at === 'backstage';
  if (empty) return null;
  return (
    <div className={css.card}>
      <div className={css.backstage}>
        <BackstageList manages />
        {backstage && <BackstageTiles />}
      </div>
    </div>
  );
}
