import { useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { type OwnNews, ownFloor, ownNews } from './ownFloor.ts';

/** What must be heard at once; the rest waits until the reader pauses. */
const urgent: readonly OwnNews['say'][] = ['called', 'floor', 'handed', 'over'];

/** Says to screen readers what happens to the own place and the own turn. */
export function OwnFloorNews(): null {
  const text = useText();
  const floor = useMeeting(({ state, me }) => ownFloor(state, me));
  const last = useRef(floor);
  useEffect(() => {
    const news = ownNews(last.current, floor);
    last.current = floor;
    if (news === null) return;
    const said =
      news.say === 'place' ? text('controls.say.place', { place: news.place }) : text(`controls.say.${news.say}`);
    announce(said, urgent.includes(news.say) ? 'assertive' : 'polite');
  }, [floor, text]);
  return null;
}
