import { memberById, type Turn } from '@track2/shared';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/Button.tsx';
import { hasSmallWindow, openSmallWindow } from '../../ui/smallWindow.ts';
import { showToast } from '../../ui/uiStore.ts';

const SpeakerWindowContent = lazy(async () => ({
  default: (await import('./SpeakerWindowContent.tsx')).SpeakerWindowContent,
}));

/** Opens a small window with clock and cues for the seat whose turn it is; it closes with the turn, or with this. */
export function SpeakerWindow() {
  const turn = useMeeting(({ state, me }) => {
    const seat = memberById(state, me)?.seat;
    return state.floor.turns.find((each) => each.seat === seat) ?? null;
  });
  return turn === null ? null : <Opener key={turn.id} turn={turn} />;
}

function Opener({ turn }: { turn: Turn }) {
  const text = useText();
  const [opened, setOpened] = useState<Window | null>(null);
  useEffect(() => {
    if (opened === null) return;
    const gone = (): void => setOpened(null);
    opened.addEventListener('pagehide', gone);
    return () => {
      opened.removeEventListener('pagehide', gone);
      opened.close();
    };
  }, [opened]);
  const open = async (): Promise<void> => {
    // Opened before its content is loaded: the browser allows it for a short time after a press.
    const small = await openSmallWindow();
    if (small === null) showToast(text('cues.window.failed'), 'warn');
    setOpened(small);
  };
  return (
    <>
      <IconButton
        icon="smallWindow"
        label={text(opened === null ? 'cues.window' : 'cues.window.close')}
        refusal={hasSmallWindow() ? null : text('cues.window.unknown')}
        onPress={() => (opened === null ? void open() : setOpened(null))}
      />
      {opened === null
        ? null
        : createPortal(
            <Suspense fallback={null}>
              <SpeakerWindowContent turn={turn} home={opened} />
            </Suspense>,
            opened.document.body,
          )}
    </>
  );
}
