import {
  type AgendaItem,
  type AgendaItemType,
  type AttributionLevel,
  type CameraPolicy,
  type Command,
  type Id,
  itemTypes,
  type LimitKind,
} from '@track2/shared';
import { typedMinutes } from '../../text/typed.ts';
import type { Place } from './places.ts';

/** What the form of an item holds: text as it was typed, until it is sent. */
export type ItemDraft = {
  titleEn: string;
  titleFa: string;
  minutes: string;
  itemType: AgendaItemType;
  attribution: AttributionLevel;
  cameras: CameraPolicy;
  speaker: Id | null;
  limit: LimitKind;
  place: Place;
};

/** The draft of a new item: the rule of the meeting so far goes on, and it comes last under `parent`. */
export const emptyDraft = (attribution: AttributionLevel, parent: Id | null = null): ItemDraft => ({
  titleEn: '',
  titleFa: '',
  minutes: '10',
  itemType: 'openDiscussion',
  attribution,
  cameras: 'all',
  speaker: null,
  limit: 'soft',
  place: { before: null, parent },
});

/** The draft of an item as it stands. */
export function draftOf(item: AgendaItem): ItemDraft {
  const words = 'text' in item.title ? item.title.text : {};
  return {
    titleEn: words.en ?? '',
    titleFa: words.fa ?? '',
    minutes: String(Math.round(item.plannedMs / 60_000)),
    itemType: item.type,
    attribution: item.attribution,
    cameras: item.cameras,
    speaker: item.speaker,
    limit: item.limit,
    place: { before: null, parent: item.parent },
  };
}

/** The draft with another type: its cameras are those that the type proposes, and a speaker stays where it has one. */
export const withType = (draft: ItemDraft, itemType: AgendaItemType): ItemDraft => ({
  ...draft,
  itemType,
  cameras: itemTypes[itemType].cameras,
  speaker: itemTypes[itemType].spotlightsSpeaker ? draft.speaker : null,
});

/** What keeps a draft from being sent. */
export type DraftProblem = 'titleMissing' | 'minutesBad';

/** The length of a draft in milliseconds; null when it is no whole number of minutes in a day. */
export const lengthOf = (draft: ItemDraft): number | null => typedMinutes(draft.minutes);

/** All that is wrong with a draft. */
export function draftProblems(draft: ItemDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.titleEn.trim() === '' && draft.titleFa.trim() === '') problems.push('titleMissing');
  if (lengthOf(draft) === null) problems.push('minutesBad');
  return problems;
}

/** The titles of a draft over those an item already has in other languages. */
function titleOf(draft: ItemDraft, kept: Readonly<Record<string, string>>): Record<string, string> {
  const words: Record<string, string> = { ...kept, en: draft.titleEn.trim(), fa: draft.titleFa.trim() };
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== ''));
}

/** The command that adds the item, or null while the draft has a problem. */
export function addCommand(draft: ItemDraft): Command | null {
  const plannedMs = lengthOf(draft);
  if (plannedMs === null || draftProblems(draft).length > 0) return null;
  const { itemType, attribution, cameras, speaker, limit, place } = draft;
  return {
    type: 'agenda.addItem',
    ...place,
    itemType,
    title: titleOf(draft, {}),
    attribution,
    plannedMs,
    cameras,
    speaker,
    limit,
  };
}

/** The command that changes the item to the draft, naming only what differs; null when nothing does. */
export function changeCommand(item: AgendaItem, draft: ItemDraft): Command | null {
  const plannedMs = lengthOf(draft);
  if (plannedMs === null || draftProblems(draft).length > 0) return null;
  const old = draftOf(item);
  const retitled = draft.titleEn.trim() !== old.titleEn || draft.titleFa.trim() !== old.titleFa;
  const changes = {
    ...(retitled ? { title: titleOf(draft, 'text' in item.title ? item.title.text : {}) } : {}),
    ...(draft.attribution === item.attribution ? {} : { attribution: draft.attribution }),
    ...(draft.minutes === old.minutes ? {} : { plannedMs }),
    ...(draft.cameras === item.cameras ? {} : { cameras: draft.cameras }),
    ...(draft.speaker === item.speaker ? {} : { speaker: draft.speaker }),
    ...(draft.limit === item.limit ? {} : { limit: draft.limit }),
  };
  return Object.keys(changes).length === 0 ? null : { type: 'agenda.changeItem', item: item.id, ...changes };
}
