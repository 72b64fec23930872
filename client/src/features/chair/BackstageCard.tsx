import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { BackstageList } from '../backstage/BackstageList.tsx';
import { BackstageTiles } from '../backstage/BackstageTiles.tsx';
import { backstageMembers } from '../backstage/backstage.ts';
import { useWhereabouts } from '../backstage/useWhereabouts.ts';
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
