import type { keynoteText as en } from '../en/keynote.ts';

/** The keynote's slot in Persian. */
export const keynoteText = {
  'keynote.title': 'سخنرانی اصلی',
  'keynote.none': 'دستور کار سخنرانی اصلی ندارد.',
  'keynote.give': 'دادن نوبت به {name}',
  'keynote.noSpeaker': 'دستور کار سخنرانی برای آن معین نکرده است.',
  'keynote.budget': 'وقت سخنرانی به دقیقه',
  'keynote.budget.now': 'اکنون {time}',
  'keynote.budget.set': 'ثبت وقت',
  'keynote.budget.bad': 'عددی از ۱ تا ۱۴۴۰ بنویسید.',
  'keynote.spotlight': 'روی صحنه',
  'keynote.spotlight.hint': 'حداکثر سه نفر برای همه روی صحنه می‌مانند.',
  'keynote.spotlight.none': 'کسی به‌طور ثابت روی صحنه نیست.',
  'keynote.spotlight.change': 'انتخاب افراد روی صحنه',
  'keynote.spotlight.clear': 'خالی کردن صحنه',
  'keynote.spotlight.add': 'آوردن یک نفر روی صحنه',
  'keynote.spotlight.removeNamed': 'برداشتن {name} از صحنه',
  'keynote.spotlight.full': 'سه نفر روی صحنه‌اند؛ نخست یکی را بردارید.',
  'keynote.spotlight.done': 'تمام',
} as const satisfies Record<keyof typeof en, string>;
