import { currentItem, type Id, type QuestionRound } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats } from '../../text/index.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { CommandIconButton } from '../../ui/CommandIconButton.tsx';
import cardCss from './card.module.css';
import { openDialog } from './dialogStore.ts';
import formCss from './form.module.css';
import { respondentsIn } from './groups.ts';
import css from './questions.module.css';
import { useDeskText } from './useDeskText.ts';

/** The most questions that a round takes. */
const MOST = 20;

/** The next step of a round, for those who run the meeting. */
export function RoundActs({ round }: { round: QuestionRound }): ReactNode {
  const text = useDeskText();
  const { id, number, status, questions } = round;
  const inOrder = status === 'collecting' || status === 'closed';
  return (
    <div className={cardCss.acts}>
      {status === 'collecting' && <Size round={round} />}
      {status === 'collecting' && (
        <CommandButton
          command={{ type: 'questions.closeRound', round: id }}
          label={text('desk.closeRound', { number })}
          size="small"
        />
      )}
      {(status === 'closed' || status === 'answering') && <StartAnswer round={round} />}
      {status === 'answering' && (
        <CommandButton
          command={{ type: 'questions.completeRound', round: id }}
          label={text('desk.completeRound', { number })}
          size="small"
        />
      )}
      {inOrder && questions.length > 1 && <OrderButton round={id} list={text('desk.round', { number })} />}
    </div>
  );
}

/** Opens the window in which the questions of a round, or those that wait (null), are put in order. */
export function OrderButton({ round, list }: { round: Id | null; list: string }): ReactNode {
  const text = useDeskText();
  return (
    <Button
      size="small"
      variant="quiet"
      name={text('desk.orderNamed', { list })}
      onPress={() => openDialog({ kind: 'order', round })}
    >
      {text('desk.order')}
    </Button>
  );
}

function Size({ round: { id, size } }: { round: QuestionRound }): ReactNode {
  const text = useDeskText();
  const to = (wanted: number) => ({ type: 'questions.setRoundSize', round: id, size: wanted }) as const;
  return (
    <span className={cardCss.size}>
      <CommandIconButton
        icon="minus"
        label={text('desk.fewer')}
        command={size === 1 ? null : to(size - 1)}
        refusal={size === 1 ? text('desk.fewest') : null}
      />
      <span>{text('desk.size', { size })}</span>
      <CommandIconButton
        icon="plus"
        label={text('desk.morePlaces')}
        command={size === MOST ? null : to(size + 1)}
        refusal={size === MOST ? text('desk.most', { most: MOST }) : null}
      />
    </span>
  );
}

/** Calls who answers: the speaker of the item, or one that a question of the round is for. */
function StartAnswer({ round }: { round: QuestionRound }): ReactNode {
  const text = useDeskText();
  const { clock } = useFormats();
  const nameOf = useSeatWords();
  const state = useMeeting((meeting) => meeting.state);
  const { id, status, usedMs } = round;
  const answering = state.floor.turns.some(({ purpose }) => purpose.kind === 'answer' && purpose.round === id);
  if (answering) return null;
  const speaker = state.agenda.items.find((item) => item.id === round.item)?.speaker ?? null;
  const respondents = respondentsIn(round, speaker, state.questions);
  const label = text(status === 'closed' ? 'desk.startAnswer' : 'desk.restartAnswer');
  return (
    <>
      {usedMs > 0 && <span className={formCss.label}>{text('desk.used', { time: clock(usedMs) })}</span>}
      {respondents.length <= 1 ? (
        <CommandButton
          command={{
            type: 'questions.startAnswer',
            round: id,
            ...(respondents[0] === undefined ? {} : { seat: respondents[0] }),
          }}
          label={label}
          size="small"
        />
      ) : (
        <>
          <span className={formCss.label}>{label}</span>
          {respondents.map((seat) => (
            <CommandButton
              key={seat}
              command={{ type: 'questions.startAnswer', round: id, seat }}
              label={nameOf(seat)}
              name={text('desk.startAnswerNamed', { act: label, name: nameOf(seat) })}
              size="small"
            />
          ))}
        </>
      )}
    </>
  );
}

/** Opens the next round on the current item, of as many questions as wanted, or says why none can be opened. */
export function OpenRound(): ReactNode {
  const text = useDeskText();
  const item = useMeeting(({ state }) => currentItem(state)?.id);
  const usual = useMeeting(({ state }) => state.session.policy.questionsPerRound);
  const [chosen, setChosen] = useState<number | null>(null);
  const size = chosen ?? usual;
  if (item === undefined) return <p className={css.quiet}>{text('desk.noItem')}</p>;
  return (
    <div className={cardCss.acts}>
      <CommandButton
        command={{ type: 'questions.openRound', item, ...(chosen === null ? {} : { size: chosen }) }}
        label={text('desk.openRound')}
        size="small"
        onAnswer={() => setChosen(null)}
      />
      <span className={cardCss.size}>
        <IconButton
          icon="minus"
          size="small"
          label={text('desk.fewer')}
          refusal={size === 1 ? text('desk.fewest') : null}
          onPress={() => setChosen(size - 1)}
        />
        <span>{text('desk.size', { size })}</span>
        <IconButton
          icon="plus"
          size="small"
          label={text('desk.morePlaces')}
          refusal={size === MOST ? text('desk.most', { most: MOST }) : null}
          onPress={() => setChosen(size + 1)}
        />
      </span>
    </div>
  );
}
