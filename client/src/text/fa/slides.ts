import type { slidesText as en } from '../en/slides.ts';

/** اسلایدها در صحنه. */
export const slidesText = {
  'slides.label': 'اسلایدها: {name}',
  'slides.shown': 'اسلایدها نمایش داده می‌شود: {name}',
  'slides.driver.you': 'شما ورق می‌زنید',
  'slides.driver.other': '{name} ورق می‌زند',
  'slides.driver.none': 'اکنون کسی ورق نمی‌زند',
  'slides.away': 'شما صفحهٔ {page, number} را می‌بینید؛ سخنران در صفحهٔ {at, number} است.',
  'slides.back': 'بازگشت نزد سخنران',
  'slides.ask': 'درخواست ورق زدن',
  'slides.takeOver': 'ورق زدن را در دست بگیرید',
  'slides.asks': '{name} می‌خواهد ورق بزند.',
  'slides.handOver': 'واگذاری',
  'slides.handOverTo': 'واگذاری ورق زدن به {name}',
  'slides.nobodyElse': 'اکنون کس دیگری در اینجا نمی‌تواند ورق بزند.',
  'slides.stop': 'پایان اسلایدها',
  'slides.full': 'تمام‌صفحه',
  'slides.leaveFull': 'خروج از تمام‌صفحه',
} as const satisfies Record<keyof typeof en, string>;
