import type { keynoteText as en } from '../en/keynote.ts';

/** The keynote's slot in Persian. */
export const keynoteText = {
  'keynote.title': 'سخنرانی اصلی و صحنه',
  'keynote.noSpeaker': 'دستور کار سخنرانی برای آن معین نکرده است.',
  'keynote.budget': 'وقت سخنرانی به دقیقه',
  'keynote.budget.now': '(اکنون {time})',
  'keynote.budget.set': 'ثبت وقت',
  'keynote.spotlight': 'روی صحنه',
  'keynote.spotlight.hint': 'حداکثر سه نفر برای همه روی صحنه می‌مانند.',
  'keynote.spotlight.none': 'کسی به‌طور ثابت روی صحنه نیست.',
  'keynote.spotlight.add': 'آوردن یک نفر روی صحنه',
  'keynote.spotlight.removeNamed': 'برداشتن {name} از صحنه',
  'keynote.spotlight.full': 'سه نفر روی صحنه‌اند؛ نخست یکی را بردارید.',
} as const satisfies Record<keyof typeof en, string>;
