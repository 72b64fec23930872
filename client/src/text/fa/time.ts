import type { timeText as en } from '../en/time.ts';

/** Speaking times and taking back, in Persian. */
export const timeText = {
  'time.title': 'زمان‌های سخن',
  'time.lengthBad': 'دقیقه و ثانیه را از {least} تا {most} بنویسید.',
  'time.used': '{time} سخن گفته، بدون محدودیت',
  'time.own': '{used} از {budget} سپری شده،',
  'time.left': '{time} مانده',
  'time.over': '{time} بیش از وقت',
  'time.ownLabel': 'هیئت شما:',
  'time.undo': 'برگرداندن، {seconds, number} ثانیه',
  'time.undo.label': 'کار برگشت‌پذیر',
  'time.undo.named': 'برگرداندن: {act}',
  'time.undo.say': '{act} تا ده ثانیه با کلیدهای کنترل و زد برمی‌گردد.',
  'time.undo.call': '{name} فراخوانده شد.',
  'time.undo.turnEnd': 'نوبت {name} پایان یافت.',
  'time.undo.dismissal': 'پرسش {name} کنار گذاشته شد.',
  'time.undo.close': '«{title}» پایان یافت.',
  'time.undo.start': '«{title}» آغاز شد.',
  'time.undo.any': 'آخرین کار.',
} as const satisfies Record<keyof typeof en, string>;
