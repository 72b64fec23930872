import { useLanguage } from '../../text/index.ts';
import { directionOf } from '../../text/Words.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './desk.module.css';
import { useDeskWords } from './deskWords.ts';
import { languageChoices, languageName } from './languages.ts';
import { withRule } from './plan.ts';
import type { Editing } from './usePlan.ts';

const NONE = '';
const MOST_LETTERS = 4000;

/** The rule in each of its languages, with its version. */
export function RuleCard({ editing }: { editing: Editing }) {
  const say = useDeskWords();
  const language = useLanguage();
  const { plan, base, locked, change } = editing;
  const { file } = plan;
  const { text, version } = file.rule;
  const write = (written: typeof text): void => change(withRule(file, written, base.file.rule));
  const spoken = Object.keys(text);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{say('plan.rule')}</h2>
        <Badge tone="conf">{say('plan.rule.version', { version })}</Badge>
      </div>
      <fieldset className={styles.form} disabled={locked.plan !== null}>
        <p className={styles.soft}>{say('plan.rule.hint')}</p>
        {version === base.file.rule.version ? null : (
          <Notice tone="conf" spoken="polite">
            {say('plan.rule.changed', { version })}
          </Notice>
        )}
        {spoken.map((tag) => (
          <div key={tag} className={styles.ruleText}>
            <Field
              multiline
              label={say('plan.rule.in', { language: languageName(tag, language) })}
              value={text[tag] ?? ''}
              lang={tag}
              dir={directionOf(tag)}
              maxLength={MOST_LETTERS}
              error={text[tag] === '' ? say('plan.rule.missing') : null}
              onChange={(said) => write({ ...text, [tag]: said })}
            />
            <Button
              size="small"
              variant="quiet"
              refusal={spoken.length === 1 ? say('plan.rule.needed') : null}
              onPress={() => write(Object.fromEntries(Object.entries(text).filter(([other]) => other !== tag)))}
            >
              {say('plan.rule.drop', { language: languageName(tag, language) })}
            </Button>
          </div>
        ))}
        <Select
          label={say('plan.rule.addLanguage')}
          value={NONE}
          choices={[
            { id: NONE, label: '—' },
            ...languageChoices(language, undefined).filter(({ id }) => !spoken.includes(id)),
          ]}
          onChange={(tag) => tag !== NONE && write({ ...text, [tag]: '' })}
        />
      </fieldset>
    </section>
  );
}
