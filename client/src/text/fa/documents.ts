import type { documentsText as en } from '../en/documents.ts';

/** اسناد بندهای دستور جلسه. */
export const documentsText = {
  'refusal.documents.tooLarge':
    'این پرونده بیش از اندازه بزرگ است: حداکثر {most, number} مگابایت. آن را با تصاویر کوچک‌تر یا در چند بخش خروجی بگیرید و دوباره برگزینید.',
  'refusal.documents.tooManyPages':
    'این پرونده {pages, number} صفحه دارد: حداکثر {most, number} صفحه. صفحه‌هایی را حذف یا پرونده را بخش کنید و دوباره برگزینید.',
  'refusal.documents.notAPdf': 'این پرونده پی‌دی‌اف نیست. سند را به پی‌دی‌اف تبدیل کنید و همان پرونده را برگزینید.',
  'refusal.documents.corrupt':
    'این پی‌دی‌اف آسیب دیده است و نمایش داده نمی‌شود. از اصل سند دوباره خروجی بگیرید و پروندهٔ تازه را برگزینید.',
  'refusal.documents.passwordProtected': 'این پی‌دی‌اف گذرواژه دارد. آن را بدون گذرواژه ذخیره کنید و دوباره برگزینید.',
  'refusal.documents.tooLong':
    'باز شدن این پی‌دی‌اف بیش از اندازه طول می‌کشد. با تصاویر ساده‌تر یا در چند بخش خروجی بگیرید و پروندهٔ تازه را برگزینید.',
  'refusal.documents.brokenOff': 'پیش از رسیدن همهٔ پرونده، اتصال قطع شد. چیزی از دست نرفت: دوباره بکوشید.',
  'refusal.documents.tooOften':
    'بارگذاری دیگری از شما در جریان است یا به‌تازگی بسیار بارگذاری کرده‌اید. چند دقیقه صبر کنید و دوباره بکوشید.',
  'refusal.documents.badRequest': 'سامانه این بارگذاری را درنیافت. صفحه را دوباره باز کنید و باز بکوشید.',
  'documents.label': 'اسناد این بند',
} as const satisfies Record<keyof typeof en, string>;
