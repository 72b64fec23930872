import type { Id } from '@track2/shared';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { meetingStore } from '../meeting/meetingStore.ts';
import { mediaSession } from './session.ts';
import styles from './Video.module.css';

type Props = { stream: MediaStream | null; member: Id; source: 'camera' | 'screen' };

/**
 * A picture that tells the media plane how large it is seen: it then gets no more than fills it, and nothing while
 * it is out of sight. Silent always, as voices are played apart.
 */
export function Video({ stream, member, source }: Props) {
  // People know themselves from the mirror.
  const mine = useStore(meetingStore, ({ meeting }) => meeting?.me === member);
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    video.srcObject = stream;
    // Nothing to play yet, or taken away again: the next stream plays by itself.
    if (stream !== null) video.play().catch(() => {});
  }, [stream]);
  useEffect(() => {
    const video = element.current;
    return video === null ? undefined : watch(video, member, source);
  }, [member, source]);
  return (
    <video
      ref={element}
      className={styles.video}
      data-source={source}
      data-mirrored={(mine && source === 'camera') || undefined}
      data-empty={stream === null || undefined}
      muted
      playsInline
      autoPlay
      disablePictureInPicture
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}

function watch(video: HTMLVideoElement, member: Id, source: 'camera' | 'screen'): () => void {
  let inSight = false;
  let wide = 0;
  const tell = (): void => {
    const width = inSight ? Math.round(wide * devicePixelRatio) : 0;
    mediaSession.show(video, { member, source, width });
  };
  const size = new ResizeObserver(([entry]) => {
    wide = entry?.contentRect.width ?? 0;
    tell();
  });
  const sight = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? false;
    tell();
  });
  size.observe(video);
  sight.observe(video);
  return () => {
    size.disconnect();
    sight.disconnect();
    mediaSession.show(video, null);
  };
}
