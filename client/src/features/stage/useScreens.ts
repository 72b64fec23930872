import type { Id } from '@track2/shared';
import { useStore } from 'zustand';
import { mediaStore, pictureKey } from '../../media/mediaStore.ts';

/** Those of the members whose screen arrives now. */
export function useScreens(members: readonly Id[]): Id[] {
  const pictures = useStore(mediaStore, (state) => state.pictures);
  return members.filter((member) => pictures.has(pictureKey(member, 'screen')));
}
