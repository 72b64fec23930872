import { useState } from 'react';
import { useLanguage } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDeskWords } from './deskWords.ts';
import { languageChoices } from './languages.ts';
import { type FilePerson, newKey } from './plan.ts';
import { isAddress } from './seatDraft.ts';
import styles from './seats.module.css';

type Props = {
  person: FilePerson;
  isAide: boolean;
  /** Whether the person is in the plan that is saved, and so may have a link. */
  isKnown: boolean;
  tried: boolean;
  onChange(person: FilePerson): void;
  onDrop(): void;
};

const NONE = '';

/** One person of a seat: name, office, where the invitation goes and in which language. */
export function PersonFields({ person, isAide, isKnown, tried, onChange, onDrop }: Props) {
  const say = useDeskWords();
  const language = useLanguage();
  const [replaced, setReplaced] = useState(false);
  const email = person.email ?? '';
  const isBad = email !== '' && !isAddress(email);
  const { language: spoken, ...rest } = person;
  const replace = (): void => {
    setReplaced(true);
    onChange({ id: newKey('person'), name: '', ...(isAide ? { kind: 'aide' as const } : {}) });
  };
  return (
    <fieldset className={styles.personFields}>
      <legend>{say(isAide ? 'plan.seat.aide' : 'plan.seat.principal')}</legend>
      <Field
        label={say('plan.seat.name')}
        value={person.name}
        maxLength={120}
        hint={replaced ? say('plan.seat.replaced') : isKnown ? say('plan.seat.nameHint') : null}
        error={tried && person.name.trim() === '' ? say('plan.seat.nameMissing') : null}
        onChange={(name) => onChange({ ...person, name })}
      />
      <Field
        label={say('plan.seat.office')}
        value={person.office ?? ''}
        maxLength={200}
        onChange={(office) => onChange({ ...person, office })}
      />
      <Field
        label={say('plan.seat.email')}
        value={email}
        type="email"
        dir="ltr"
        maxLength={254}
        error={tried && isBad ? say('plan.seat.emailBad') : null}
        onChange={(typed) => onChange({ ...person, email: typed })}
      />
      <Select
        label={say('plan.seat.language')}
        value={spoken ?? NONE}
        choices={[{ id: NONE, label: say('plan.seat.language.none') }, ...languageChoices(language, spoken)]}
        onChange={(tag) => onChange(tag === NONE ? rest : { ...rest, language: tag })}
      />
      <div className={styles.formEnd}>
        {isKnown ? (
          <Button size="small" onPress={replace}>
            {say('plan.seat.replace')}
          </Button>
        ) : null}
        {isAide ? (
          <Button size="small" variant="danger" onPress={onDrop}>
            {say('plan.seat.dropAide')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
