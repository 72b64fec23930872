import { type ReactNode, Suspense } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { later } from '../../ui/later.ts';

const LaterStage = later(async () => (await import('./SlidesStage.tsx')).PresentedSlides);
const LaterCard = later(async () => (await import('./SlidesCard.tsx')).PresentedCard);

const useShown = (): boolean => useMeeting(({ state }) => state.slides.shown !== null);

type Props = {
  /** What has to be seen over the slides when they fill the screen, such as a cue. Rendered only then. */
  overlay?: ReactNode;
};

/** The slides that are shown now, with all that can be done with them; nothing when none are. Fills its place. */
export function SlidesStage({ overlay = null }: Props) {
  if (!useShown()) return null;
  return (
    <Suspense fallback={<div />}>
      <LaterStage overlay={overlay} />
    </Suspense>
  );
}

/** For the console, which has no stage: which slides are shown, at which page, by whom, and who asks for them. */
export function SlidesCard() {
  if (!useShown()) return null;
  return (
    <Suspense fallback={null}>
      <LaterCard />
    </Suspense>
  );
}
