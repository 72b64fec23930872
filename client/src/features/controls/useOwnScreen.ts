import { useCallback, useEffect, useRef } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { setScreen, useOwnMedia } from '../../media/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { showToast } from '../../ui/uiStore.ts';
import { type LeaveSeen, type OwnScreen, ownScreen, screenNews } from './ownScreen.ts';
import { untilGranted } from './untilGranted.ts';

/** The own screen with what can be done about the leave for it. */
export type ScreenActs = { screen: OwnScreen; ask(): void; withdraw(): void };

/**
 * The own screen, or null while there is none to speak of. Says what others decide about it, so it stands once on a
 * page, where it lasts.
 */
export function useOwnScreen(): ScreenActs | null {
  const send = useSend();
  const source = useOwnMedia().screen;
  const view = useMeeting((whole) => whole);
  const screen = ownScreen(view.state, view.me, source);
  const byOneself = useScreenNews(screen);
  if (screen === null) return null;
  const { turn, manages } = screen;
  const ask = async (): Promise<void> => {
    if (manages) byOneself(turn.id);
    const answer = await send({ type: 'floor.requestScreen', turn: turn.id });
    if (!manages || answer.outcome !== 'applied') return;
    await untilGranted('screen');
    setScreen(true);
  };
  const withdraw = async (): Promise<void> => {
    byOneself(turn.id);
    await send({ type: 'floor.denyScreen', turn: turn.id });
  };
  return { screen, ask: () => void ask(), withdraw: () => void withdraw() };
}

/** Says what others decide; the function it gives names a turn whose next change is this person's own, so no news. */
function useScreenNews(screen: OwnScreen | null): (turn: string) => void {
  const text = useText();
  const own = useRef<string | null>(null);
  const last = useRef<LeaveSeen>(null);
  const turn = screen?.turn.id ?? null;
  const leave = screen?.turn.screen ?? 'none';
  const shown = screen?.step === 'shown';
  useEffect(() => {
    const now: LeaveSeen = turn === null ? null : { turn, leave, shown };
    const news = screenNews(last.current, now);
    last.current = now;
    if (news === null) return;
    if (own.current === turn) own.current = null;
    else showToast(text(`screen.say.${news}`), news === 'allowed' ? 'info' : 'warn');
  }, [text, turn, leave, shown]);
  return useCallback((turn) => {
    own.current = turn;
  }, []);
}
