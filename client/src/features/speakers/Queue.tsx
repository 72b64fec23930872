import type { Id, SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { seatOfTurn } from '../../meeting/respondedTo.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { EntryRow } from './EntryRow.tsx';
import { blocksOf, type Line, placesTakenIn } from './list.ts';
import css from './speakers.module.css';

/** The list in its order, with the direct responses under the intervention that they belong to. */
export function Queue({ list, lines }: { list: SpeakersList | undefined; lines: readonly Line[] }): ReactNode {
  const text = useText();
  const end = lines.findLast(({ place }) => place !== null);
  return (
    <ol className={css.list} aria-label={text('speakers.list')}>
      {blocksOf(lines).map((block) =>
        block.kind === 'line' ? (
          <EntryRow key={block.line.entry.id} line={block.line} last={block.line === end} />
        ) : (
          <li key={`${block.turn} ${block.lines[0]?.entry.id}`} className={css.responses}>
            <ResponsesHead turn={block.turn} taken={placesTakenIn(list, block.turn)} />
            <ol className={css.list}>
              {block.lines.map((line) => (
                <EntryRow key={line.entry.id} line={line} last={line === end} />
              ))}
            </ol>
          </li>
        ),
      )}
    </ol>
  );
}

/** To whom direct responses are, and how many places there are for them. */
function ResponsesHead({ turn, taken }: { turn: Id; taken: number }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const nameOf = useSeatWords();
  const seat = useMeeting(({ state }) => seatOfTurn(state, turn));
  const { maxResponses, responseMs } = useMeeting(({ state }) => state.session.policy);
  return (
    <p className={css.responsesHead}>
      {seat !== null && <b>{text('speakers.responsesTo', { name: nameOf(seat) })}</b>}
      <span>
        {text('speakers.responsesTo.places', { taken, most: maxResponses, time: formats.duration(responseMs) })}
      </span>
    </p>
  );
}
