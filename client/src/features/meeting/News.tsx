import { currentItem, type Id, isWaiting, listOf, type MeetingState } from '@track2/shared';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { LinesWindow } from '../../lines/Lines.tsx';
import { playTone } from '../../media/hooks.ts';
import { useManaging, useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';
import { BackstageNews } from '../backstage/BackstageNews.tsx';
import { OwnFloorNews } from '../controls/OwnFloorNews.tsx';
import { ownFloor } from '../controls/ownFloor.ts';
import { DoorNews } from '../door/Door.tsx';
import { dueReading, secondsLeft, turnClock } from '../floor/turnClock.ts';
import { QuestionDialogs } from '../questions/QuestionDialogs.tsx';
import { RoundNews } from '../questions/RoundNews.tsx';
import { ScreenNews } from '../screen/ScreenLeave.tsx';
import { ListNews } from '../speakers/ListNews.tsx';

const LaterNews = later(async () => (await import('./LaterNews.tsx')).LaterNews);

/**
 * What is said to screen readers and sounds wherever this person looks, and the window about a question, as its card may
 * move away from under it. Stands once on a page.
 */
export function News(): ReactNode {
  const managing = useManaging();
  const speaks = useMeeting(({ state, me }) => {
    const floor = ownFloor(state, me);
    return floor.kind === 'holding' && floor.by === 'me';
  });
  return (
    <>
      <BackstageNews />
      <DoorNews />
      <Suspense>
        <LaterNews />
      </Suspense>
      <LinesWindow />
      <OwnFloorNews />
      <ListNews />
      <RoundNews />
      <ScreenNews />
      {managing ? <Incoming /> : null}
      {speaks ? <TwoMinutes /> : null}
      <QuestionDialogs />
    </>
  );
}

/** Who waits for those who run the meeting: the requests for the floor. */
function incomingOf(state: MeetingState): Id[] {
  const item = currentItem(state);
  const entries = item === undefined ? [] : (listOf(state, item.id)?.entries.filter(isWaiting) ?? []);
  return entries.map(({ id }) => id);
}

/** A tone when somebody new waits for those who run the meeting. */
function Incoming(): null {
  const incoming = useMeeting(({ state }) => incomingOf(state).join(' '));
  const known = useRef(incoming.split(' '));
  useEffect(() => {
    const now = incoming.split(' ');
    if (now.some((id) => id !== '' && !known.current.includes(id))) playTone('request');
    known.current = now;
  }, [incoming]);
  return null;
}

/** A tone when two minutes are left of the own turn; it is heard where the own microphone is closed at that moment. */
function TwoMinutes(): null {
  const now = useMeetingNow(500);
  const left = useMeeting(({ state, me }) => {
    const floor = ownFloor(state, me);
    return floor.kind === 'holding' ? secondsLeft(turnClock(floor.turn, now)) : null;
  });
  const last = useRef(left);
  useEffect(() => {
    const before = last.current;
    last.current = left;
    if (before !== null && left !== null && dueReading(before, left) === 120) playTone('twoMinutes');
  }, [left]);
  return null;
}
