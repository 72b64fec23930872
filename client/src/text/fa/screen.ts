import type { screenText as en } from '../en/screen.ts';

/** The screen of a speaker: its own control, and the leave for it. */
export const screenText = {
  'screen.ask': 'درخواست نمایش صفحه',
  'screen.ask.why': 'تصمیم با رئیس جلسه است',
  'screen.requested': 'نمایش صفحه درخواست شد',
  'screen.requested.why': 'تصمیم با رئیس جلسه است؛ برای انصراف بزنید',
  'screen.show': 'نمایش صفحهٔ من',
  'screen.show.why': 'خودتان برمی‌گزینید چه دیده شود',
  'screen.stop': 'پایان نمایش صفحه',
  'screen.stop.why': 'حاضران آن را می‌بینند',
  'screen.replace': 'نمایش چیزی دیگر',
  'screen.replace.why': 'به جای آنچه اکنون دیده می‌شود',
  'screen.say.allowed': 'می‌توانید صفحهٔ خود را نشان دهید. «نمایش صفحهٔ من» را بزنید.',
  'screen.say.denied': 'رئیس جلسه اکنون نمایش صفحه را لازم نمی‌داند.',
  'screen.say.stopped': 'رئیس جلسه به نمایش صفحهٔ شما پایان داد. دیگر کسی آن را نمی‌بیند.',
  'screen.leave.requested': '{name} اجازهٔ نمایش صفحه می‌خواهد.',
  'screen.leave.allowed': '{name} اجازهٔ نمایش صفحه دارد.',
  'screen.leave.shown': '{name} صفحهٔ خود را نشان می‌دهد.',
  'screen.leave.allow': 'اجازهٔ نمایش صفحه',
  'screen.leave.notNow': 'اکنون نه',
  'screen.leave.end': 'پایان دادن به نمایش صفحه',
  'screen.leave.takeBack': 'پس گرفتن اجازه',
  'screen.leave.named': '{act}: {name}',
} as const satisfies Record<keyof typeof en, string>;
