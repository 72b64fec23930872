import type { mediaText as en } from '../en/media.ts';

/** Sound and picture in Persian. */
export const mediaText = {
  'media.microphone': 'میکروفون',
  'media.camera': 'دوربین',
  'media.speaker': 'بلندگو',
  'media.device.default': 'دستگاه پیش‌فرض',
  'media.device.unnamed': 'دستگاه {number, number}',
  'media.device.none': 'یافت نشد',
  'media.tap.title': 'مرورگر شما صدا را نگه داشته است',
  'media.tap.body': 'برای پخش صدای جلسه یک بار دکمه را فشار دهید.',
  'media.tap.action': 'شنیدن صدای جلسه',
  'media.problem.microphoneDenied':
    'این مرورگر اجازهٔ استفاده از میکروفون شما را ندارد. می‌توانید بشنوید و کتبی بپرسید، یا در تنظیمات مرورگر برای این صفحه اجازه دهید.',
  'media.problem.microphoneMissing': 'میکروفونی یافت نشد. می‌توانید بشنوید و کتبی بپرسید.',
  'media.problem.microphoneBusy': 'میکروفون شما باز نشد. شاید برنامهٔ دیگری آن را به کار گرفته باشد.',
  'media.problem.cameraDenied':
    'این مرورگر اجازهٔ استفاده از دوربین شما را ندارد. نام شما به جای تصویر می‌آید، یا در تنظیمات مرورگر برای این صفحه اجازه دهید.',
  'media.problem.cameraMissing': 'دوربینی یافت نشد. نام شما به جای تصویر می‌آید.',
  'media.problem.cameraBusy': 'دوربین شما باز نشد. شاید برنامهٔ دیگری آن را به کار گرفته باشد.',
  'media.problem.screenBusy': 'صفحهٔ شما نمایش داده نشد. دوباره آن را انتخاب کنید.',
  'media.problem.unsupported':
    'این مرورگر نمی‌تواند صدا و تصویر را منتقل کند. می‌توانید دستور کار را دنبال کنید و بنویسید؛ برای شنیدن جلسه از نسخهٔ تازهٔ کروم، اج، فایرفاکس یا سافاری استفاده کنید.',
  'media.problem.interrupted': 'صدا و تصویر قطع شده است و خودبه‌خود برقرار می‌شود.',
  'media.problem.notReceived': 'صدا یا تصویر یکی از حاضران به شما نمی‌رسد. این صفحه را دوباره بارگذاری کنید.',
} as const satisfies Record<keyof typeof en, string>;
