import type { FileProblem, MeetingFile } from '@track2/shared';
import styles from './desk.module.css';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import planStyles from './plan.module.css';
import { placeInWords, problemKey } from './problems.ts';

type Props = { problems: readonly FileProblem[]; file: MeetingFile | null };

/** What is wrong with a file, each with its place in words; of an unknown kind with what the server says of it. */
export function Problems({ problems, file }: Props) {
  const say = useDeskWords();
  const words = usePlainWords();
  return (
    <ul className={planStyles.problems}>
      {problems.map(({ path, message }) => {
        const key = problemKey(message);
        return (
          <li key={`${path} ${message}`}>
            <b>
              <bdi>{placeInWords(path, file, { say, words })}</bdi>
            </b>{' '}
            {say(key)}
            {key === 'plan.problem.notRight' ? (
              <>
                {' '}
                <bdi lang="en" dir="ltr" className={styles.soft}>
                  {path === '' ? message : `${path}: ${message}`}
                </bdi>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
