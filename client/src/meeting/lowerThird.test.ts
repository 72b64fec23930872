import { type AttributionLevel, initialState, type MeetingState } from '@track2/shared';
import { expect, it } from 'vitest';
import { lowerThirdIn } from './lowerThird.ts';

const under = (attribution: AttributionLevel): MeetingState => ({
  ...initialState,
  agenda: {
    items: [
      {
        id: 'i1',
        parent: null,
        type: 'keynote',
        title: { text: { en: 'x' } },
        attribution,
        plannedMs: 1,
        cameras: 'all',
        speaker: null,
        limit: 'soft',
        status: 'active',
        started: null,
        ended: null,
        since: null,
        heldMs: 0,
        note: null,
      },
    ],
    current: 'i1',
    hardStops: [],
  },
});

it('names the speaker in the large place as far as the attribution allows', () => {
  const shown = (['onRecord', 'chathamHouse', 'backgroundOnly', 'offRecord'] as const).map((level) =>
    lowerThirdIn(under(level)),
  );
  expect(shown).toEqual(['nameAndOffice', 'nameAndOffice', 'delegation', 'none']);
});
