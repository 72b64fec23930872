import { entryById, entryOf, type Id, type MeetingState, type SealedWords, type Turn } from '@track2/shared';
import type { TextKey } from '../../text/index.ts';

/**
 * What a turn is about: a person's own words with, under `key`, what they are; a title of the agenda; or a sentence of
 * the catalogue, which may name a seat.
 */
export type TurnTopic =
  | { kind: 'words'; text: string; key: TextKey | null }
  | { kind: 'title'; title: SealedWords }
  | { kind: 'sentence'; key: TextKey; values: Record<string, number>; seat: Id | null };

const sentence = (key: TextKey, values: Record<string, number> = {}, seat: Id | null = null): TurnTopic => ({
  kind: 'sentence',
  key,
  values,
  seat,
});

/** What was written when the floor was asked for, after what it was asked for; that alone where nothing was. */
function entryTopic(state: MeetingState, { purpose }: Turn): TurnTopic {
  const id = entryOf(purpose);
  const entry = id === null ? undefined : entryById(state, id);
  const key: TextKey =
    entry?.kind === 'tour' ? 'floor.topic.tour' : isAsked(purpose) ? `floor.topic.${purpose.kind}` : 'floor.topic.open';
  const topic = entry?.topic;
  if (topic == null || !('text' in topic)) return sentence(key);
  return { kind: 'words', text: topic.text, key: entry?.kind === 'intervention' ? null : key };
}

const asked = [
  'intervention',
  'directResponse',
  'rightOfReply',
  'interposed',
  'clarification',
  'pointOfOrder',
] as const;
type Asked = Extract<Turn['purpose'], { kind: (typeof asked)[number] }>;

const isAsked = (purpose: Turn['purpose']): purpose is Asked => asked.some((kind) => kind === purpose.kind);

function answerTopic(state: MeetingState, id: string): TurnTopic {
  const round = state.questions.rounds.find((each) => each.id === id);
  if (round === undefined) return sentence('floor.topic.open');
  const isOpen = (question: string): boolean => {
    const status = state.questions.questions.find((each) => each.id === question)?.status;
    return status === 'inRound' || status === 'asked';
  };
  const at = round.questions.findIndex(isOpen);
  return at < 0
    ? sentence('floor.topic.answer', { round: round.number })
    : sentence('floor.topic.answerAt', { round: round.number, number: at + 1, count: round.questions.length });
}

function questionTopic(state: MeetingState, question: string): TurnTopic {
  const round = state.questions.rounds.findLast((each) => each.questions.includes(question));
  if (round === undefined) return sentence('floor.topic.questionAlone');
  return sentence('floor.topic.question', { round: round.number, number: round.questions.indexOf(question) + 1 });
}

/** What a turn is about, as far as this viewer's mirror says it. */
export function turnTopic(state: MeetingState, turn: Turn): TurnTopic {
  const { purpose } = turn;
  switch (purpose.kind) {
    case 'keynote': {
      const title = state.agenda.items.find((item) => item.id === purpose.item)?.title;
      return title !== undefined && 'text' in title ? { kind: 'title', title } : sentence('floor.topic.keynote');
    }
    case 'question':
      return questionTopic(state, purpose.question);
    case 'answer':
      return answerTopic(state, purpose.round);
    case 'yielded':
      return sentence('floor.topic.yielded', {}, purpose.from);
    case 'invited':
    case 'presiding':
    case 'open':
      return sentence(`floor.topic.${purpose.kind}`);
    default:
      return entryTopic(state, turn);
  }
}
