import { type Command, collectingRound, type Question, type QuestionRound } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { placeAfterStep } from '../../ui/order.ts';
import { useAskerWords } from './Asker.tsx';
import { type DeskButton, type DeskEntry, deskActsOf } from './deskActs.ts';
import { openDialog } from './dialogStore.ts';
import { orderAround } from './groups.ts';
import { useDeskText } from './useDeskText.ts';

type Props = {
  question: Question;
  /** Its number on the card of a round. */
  number?: number;
};

/** What those who run the meeting do with a question where it stands; the rarer acts are in a menu. */
export function DeskActs({ question, number = 0 }: Props): ReactNode {
  const questions = useMeeting(({ state }) => state.questions);
  const collecting = collectingRound(questions);
  const held = questions.rounds.findLast(
    (round) => round.status !== 'completed' && round.questions.includes(question.id),
  );
  const acts = deskActsOf(question, { held, collecting });
  return (
    <>
      {acts.buttons.map((act) => (
        <DeskButtonOf key={act} act={act} question={question} number={number} collecting={collecting} />
      ))}
      <Menu question={question} entries={acts.menu} />
    </>
  );
}

type ButtonProps = {
  act: DeskButton;
  question: Question;
  number: number;
  collecting: QuestionRound | undefined;
};

function DeskButtonOf({ act, question: { id, seat }, number, collecting }: ButtonProps): ReactNode {
  const text = useDeskText();
  const name = useAskerWords()(seat);
  const shared = {
    name: text(`desk.${act}Named`, { name, number, round: collecting?.number ?? 0 }),
    size: 'small',
  } as const;
  switch (act) {
    case 'take':
      return collecting === undefined ? null : (
        <CommandButton
          {...shared}
          command={{ type: 'questions.takeIntoRound', question: id, round: collecting.id }}
          label={text('desk.take', { round: collecting.number })}
        />
      );
    case 'dismiss':
      return (
        <CommandButton
          {...shared}
          command={{ type: 'questions.dismiss', question: id }}
          label={text('desk.dismiss')}
          variant="quiet"
        />
      );
    default:
      return (
        <CommandButton {...shared} command={{ type: `questions.${act}`, question: id }} label={text(`desk.${act}`)} />
      );
  }
}

function Menu({ question, entries }: { question: Question; entries: readonly DeskEntry[] }): ReactNode {
  const text = useDeskText();
  const send = useSend();
  const name = useAskerWords()(question.seat);
  const questions = useMeeting(({ state }) => state.questions);
  const { id } = question;
  const order = orderAround(questions, question);
  const actOf = (entry: DeskEntry): Command | 'dialog' | null => {
    switch (entry) {
      case 'up':
      case 'down': {
        const place = placeAfterStep(order, id, entry);
        return place === null ? null : { type: 'questions.move', question: id, ...place };
      }
      case 'dismiss':
        return { type: 'questions.dismiss', question: id };
      case 'nextRound':
      case 'writtenReply':
      case 'nextMeeting':
        return { type: 'questions.carry', question: id, to: entry };
      default:
        return 'dialog';
    }
  };
  const lines = entries.flatMap((entry) => {
    const act = actOf(entry);
    if (act === null) return [];
    const label =
      entry === 'nextRound' || entry === 'writtenReply' || entry === 'nextMeeting'
        ? text(`desk.carry.${entry}`)
        : text(`desk.menu.${entry}`);
    const onAction = (): void => {
      if (act !== 'dialog')
        void send(act); // useSend says what went wrong
      else if (entry === 'merge' || entry === 'labels' || entry === 'translation')
        openDialog({ kind: entry, question: id });
    };
    return [{ id: entry, label, onAction }];
  });
  return <ActionMenu icon="more" label={text('desk.more', { name })} sections={[{ title: null, entries: lines }]} />;
}
