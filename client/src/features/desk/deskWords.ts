import { useCallback } from 'react';
import { deskText as deskInEnglish } from '../../text/en/desk.ts';
import { deskInvitationsText as invitationsInEnglish } from '../../text/en/deskInvitations.ts';
import { deskPlanText as planInEnglish } from '../../text/en/deskPlan.ts';
import { deskText as deskInPersian } from '../../text/fa/desk.ts';
import { deskInvitationsText as invitationsInPersian } from '../../text/fa/deskInvitations.ts';
import { deskPlanText as planInPersian } from '../../text/fa/deskPlan.ts';
import { useLanguage } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { useRefusalText } from '../../text/refusals.ts';
import type { SayOf } from '../../text/sentences.ts';
import { type AnyWords, pickWords } from '../../text/Words.tsx';
import type { DeskTrouble } from './deskApi.ts';

const words = {
  en: { ...deskInEnglish, ...planInEnglish, ...invitationsInEnglish },
  fa: { ...deskInPersian, ...planInPersian, ...invitationsInPersian },
} as const;

export type DeskKey = keyof (typeof words)['en'];
export type SayDesk = SayOf<DeskKey>;

/** The words of the desk, which are loaded with it. */
export const useDeskWords = (): SayDesk => useLaterText<DeskKey>(words);

/** The function that gives words of the meeting as a plain string in the reader's language; empty where there are none. */
export function usePlainWords(): (of: AnyWords) => string {
  const language = useLanguage();
  return useCallback((of) => pickWords(of, language)?.text ?? '', [language]);
}

const BYTES_IN_KB = 1024;

/** The function that gives the sentence of what the desk turned down. */
export function useTroubleText(): (trouble: DeskTrouble) => string {
  const say = useDeskWords();
  const refusalText = useRefusalText();
  return useCallback(
    (trouble) => {
      switch (trouble.code) {
        case 'unreachable':
          return say('convene.unreachable');
        case 'desk.badRequest':
          return say('refusal.desk.badRequest', { path: trouble.path });
        case 'desk.fileProblems':
          return say('refusal.desk.fileProblems', { count: trouble.problems.length });
        case 'desk.seatEntered':
          return say('refusal.desk.seatEntered', { seat: trouble.seat });
        case 'desk.itemHeld':
          return say('refusal.desk.itemHeld', { item: trouble.item });
        case 'desk.logoTooLarge':
          return say('refusal.desk.logoTooLarge', { most: Math.floor(trouble.mostBytes / BYTES_IN_KB) });
        case 'desk.changedMeanwhile':
        case 'desk.unknown':
        case 'desk.notPlanned':
        case 'desk.agendaIsTheChairs':
        case 'desk.seriesInUse':
        case 'desk.lastConvener':
        case 'desk.logoUnfit':
          return say(`refusal.${trouble.code}`);
        default:
          return refusalText(trouble) ?? say('convene.unreachable');
      }
    },
    [say, refusalText],
  );
}
