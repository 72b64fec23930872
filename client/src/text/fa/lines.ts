import type { linesText as en } from '../en/lines.ts';

/** The line to the chair, in Persian. */
export const linesText = {
  'lines.title.chair': 'پیام به رئیس جلسه',
  'lines.title.all': 'پیام‌ها',
  'lines.title.person': '{name}',
  'lines.why.chair': 'تنها رئیس جلسه و اداره‌کنندگان آن را می‌خوانند و نه هیچ‌کس دیگر.',
  'lines.why.person': 'این شخص، رئیس جلسه و اداره‌کنندگان آن را می‌خوانند.',
  'lines.why.private': 'تنها شما دو نفر آن را می‌خوانید.',
  'lines.none': 'هنوز چیزی نوشته نشده است.',
  'lines.away': 'این شخص اکنون حاضر نیست. هنگام بازگشت او بنویسید.',
  'lines.text': 'پیام شما',
  'lines.long': 'حداکثر {most, number} نویسه.',
  'lines.missing': 'نخست چیزی بنویسید.',
  'lines.send': 'فرستادن',
  'lines.back': 'همهٔ پیام‌ها',
  'lines.organisers': 'برگزارکنندگان',
  'lines.you': 'شما',
  'lines.purged': 'این پیام پاک شده است.',
  'lines.unread': '{count, plural, one {# پیام تازه} other {# پیام تازه}}',
  'lines.openNamed': 'پیام‌ها با {name}',
  'lines.to': 'گیرنده',
  'lines.toChoose': 'کسی را برگزینید',
  'lines.begin': 'نوشتن',
  'lines.say.from': 'پیامی از {name}.',
} as const satisfies Record<keyof typeof en, string>;
