import type { MeetingState, SealedWords, Turn } from '@track2/shared';
import type { TextKey } from '../../text/index.ts';

/** What a turn is about: a person's own words, a title of the agenda, or a sentence of the catalogue. */
export type TurnTopic =
  | { kind: 'words'; text: string }
  | { kind: 'title'; title: SealedWords }
  | { kind: 'sentence'; key: TextKey; values: Record<string, number> };

const sentence = (key: TextKey, values: Record<string, number> = {}): TurnTopic => ({ kind: 'sentence', key, values });

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
    case 'intervention': {
      const entry = state.speakers.lists.flatMap((list) => list.entries).find((each) => each.id === purpose.entry);
      const topic = entry?.topic;
      return topic != null && 'text' in topic
        ? { kind: 'words', text: topic.text }
        : sentence('floor.topic.intervention');
    }
    case 'keynote': {
      const title = state.agenda.items.find((item) => item.id === purpose.item)?.title;
      return title !== undefined && 'text' in title ? { kind: 'title', title } : sentence('floor.topic.keynote');
    }
    case 'question':
      return questionTopic(state, purpose.question);
    case 'answer':
      return answerTopic(state, purpose.round);
    case 'invited':
    case 'presiding':
    case 'open':
    case 'interposed':
    case 'pointOfOrder':
    case 'directResponse':
    case 'rightOfReply':
    case 'clarification':
    case 'yielded':
      return sentence(`floor.topic.${purpose.kind}`);
  }
}
