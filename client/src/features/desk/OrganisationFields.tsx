import { type Organisation, OrganisationPart } from '@track2/shared';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './desk.module.css';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import { type ChosenLogo, LogoChoice } from './LogoChoice.tsx';
import { hasWords, WordsFields } from './WordsFields.tsx';

type Props = {
  organisation: Organisation;
  /** What was chosen here and is not saved yet. */
  logo: ChosenLogo | null;
  /** The address of the logo that is saved, or null. */
  saved: string | null;
  tried: boolean;
  isOnly: boolean;
  onChange(organisation: Organisation): void;
  onLogo(logo: ChosenLogo): void;
  onDrop(): void;
};

/** One organisation of a series: its name in languages, its part, its logo. */
export function OrganisationFields({ organisation, logo, saved, tried, isOnly, ...acts }: Props) {
  const say = useDeskWords();
  const plain = usePlainWords();
  const { name, part } = organisation;
  const called = plain(name) || say('convene.series.unnamed');
  return (
    <fieldset className={styles.organisation}>
      <WordsFields
        words={name}
        labels={{ en: say('convene.series.nameEn'), fa: say('convene.series.nameFa') }}
        error={tried && !hasWords(name) ? say('convene.series.nameMissing') : null}
        onChange={(words) => acts.onChange({ ...organisation, name: words })}
      />
      <Select
        label={say('convene.series.part')}
        value={part}
        choices={OrganisationPart.options.map((id) => ({ id, label: say(`convene.part.${id}`) }))}
        onChange={(chosen) => acts.onChange({ ...organisation, part: chosen })}
      />
      <LogoChoice name={called} logo={logo} saved={saved} onChange={acts.onLogo} />
      <span className={styles.dropOne}>
        <IconButton
          icon="bin"
          label={say('convene.series.drop', { name: called })}
          refusal={isOnly ? say('convene.series.onlyOne') : null}
          onPress={acts.onDrop}
        />
      </span>
    </fieldset>
  );
}
