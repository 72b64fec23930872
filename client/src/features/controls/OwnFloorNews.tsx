import { useEffect, useRef } from 'react';
import { playTone } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import type { Tone } from '../../ui/uiStore.ts';
import { type OwnNews, ownFloor, ownNews } from './ownFloor.ts';

/** What must be heard at once; the rest waits until the reader pauses. */
const urgent: readonly OwnNews['say'][] = ['called', 'floor', 'handed', 'over'];

/** What has a tone. Who takes the floor does so by a press that opens the microphone, and needs none. */
const toneOf: Partial<Record<OwnNews['say'], Tone>> = { next: 'next', called: 'floor', handed: 'floor' };

/** Says what happens to the own place and the own turn: to screen readers in words, and some of it with a tone. */
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
    announce(said, urgent.includes(news.say) ? 'assertive' : 'polite', 'own floor');
    const tone = toneOf[news.say];
    if (tone !== undefined) playTone(tone);
  }, [floor, text]);
  return null;
}
