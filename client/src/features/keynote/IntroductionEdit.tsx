import type { AgendaItem } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { isKeynoteHeld } from './introduction.ts';
import css from './keynote.module.css';

/** The languages that an introduction is written in here; others of it stay as they were. */
const languages = ['en', 'fa'] as const;
/** As much as the rules take in each language. */
const MOST = 500;

/** What stands on the stage before the keynote, as a card to read from until it begins, with the way to write it. */
export function IntroductionEdit({ item }: { item: AgendaItem }): ReactNode {
  const text = useText();
  const words = useMeeting(
    ({ state }) => state.keynote.introductions.find((each) => each.item === item.id)?.introduction ?? null,
  );
  const held = useMeeting(({ state }) => isKeynoteHeld(state, item.id));
  const [editing, setEditing] = useState(false);
  return (
    <section className={css.part} aria-label={text('keynote.introduction')}>
      <h3>{text('keynote.introduction')}</h3>
      {words === null ? (
        <p className={css.quiet}>{text('keynote.introduction.none')}</p>
      ) : (
        <div className={held ? css.quiet : css.read}>
          {item.speaker !== null && (
            <p>
              <b>
                <SeatName seat={item.speaker} />
              </b>{' '}
              <SeatFrom seat={item.speaker} className={css.quiet} />
            </p>
          )}
          <p>
            <Words of={words} />
          </p>
        </div>
      )}
      <div>
        <Button size="small" onPress={() => setEditing(true)}>
          {text('keynote.introduction.edit')}
        </Button>
      </div>
      {editing && (
        <IntroductionDialog
          item={item.id}
          known={words !== null && 'text' in words ? words.text : null}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}

type DialogProps = { item: string; known: Readonly<Record<string, string>> | null; onClose(): void };

function IntroductionDialog({ item, known, onClose }: DialogProps): ReactNode {
  const text = useText();
  const [written, setWritten] = useState<Readonly<Record<string, string>>>(known ?? {});
  const given = Object.fromEntries(
    Object.entries(written).flatMap(([tag, words]) => (words.trim() === '' ? [] : [[tag, words.trim()]])),
  );
  const introduction = Object.keys(given).length === 0 ? null : given;
  return (
    <Dialog title={text('keynote.introduction')} onClose={onClose}>
      <p className={css.quiet}>{text('keynote.introduction.hint')}</p>
      {languages.map((tag) => (
        <Field
          key={tag}
          label={text(`keynote.introduction.in.${tag}`)}
          value={written[tag] ?? ''}
          onChange={(words) => setWritten({ ...written, [tag]: words })}
          multiline
          maxLength={MOST}
          lang={tag}
          dir={tag === 'fa' ? 'rtl' : 'ltr'}
        />
      ))}
      <CommandButton
        command={{ type: 'keynote.introduce', item, introduction }}
        label={text('keynote.introduction.save')}
        primary
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      {known !== null && (
        <CommandButton
          command={{ type: 'keynote.introduce', item, introduction: null }}
          label={text('keynote.introduction.remove')}
          onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
        />
      )}
    </Dialog>
  );
}
