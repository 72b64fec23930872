import type { refusalsText as en } from '../en/refusals.ts';

/** چرا کاری پذیرفته نشد و چه می‌توان کرد. */
export const refusalsText = {
  'refusal.role.required': 'در این جلسه این کار با این نقش است: {roles}. از رئیس جلسه بخواهید.',
  'refusal.presence.required': 'هنوز وارد جلسه نشده‌اید. رئیس جلسه شما را می‌پذیرد.',
  'refusal.presence.backstage': 'شما پشت صحنه‌اید. نخست به صحنه بروید؛ سپس این کار شدنی است.',
  'refusal.actor.unknown': 'این صندلی در جلسه شناخته نیست. پیوند شخصی خود را دوباره باز کنید.',
  'refusal.session.alreadyOpen': 'جلسه پیش‌تر آغاز شده است.',
  'refusal.session.notOpen': 'جلسه هنوز آغاز نشده است. رئیس آن را آغاز می‌کند.',
  'refusal.session.adjourned': 'جلسه پایان یافته است.',
  'refusal.session.alreadyCreated': 'این جلسه پیش‌تر ساخته شده است.',
  'refusal.session.nothingToUndo': 'این کار برگشت‌پذیر نیست. آن را دستی اصلاح کنید.',
  'refusal.session.undoTooLate': 'هر کار تنها تا ده ثانیه برگشت‌پذیر است. آن را دستی اصلاح کنید.',
  'refusal.session.undoOvertaken': 'جلسه از آن گذشته است. آن را دستی اصلاح کنید.',
  'refusal.roster.ruleChanged': 'قاعدهٔ جلسه تغییر کرده است. آن را دوباره بخوانید و سپس بپذیرید.',
  'refusal.roster.alreadyInside': 'شما پیش‌تر وارد شده‌اید.',
  'refusal.session.seatEntered': 'کسی از این صندلی پیش‌تر وارد شده است. صندلی را در برنامه نگه دارید.',
  'refusal.session.itemHeld': 'این بند برگزار شده است. آن را در برنامه نگه دارید.',
  'refusal.roster.locked':
    'ورود به جلسه بسته است و کسی تازه پذیرفته نمی‌شود. از راه دیگری به برگزارکنندگان خبر دهید یا اندکی بعد دوباره بکوشید.',
  'refusal.lines.outside': 'نخست وارد اتاق انتظار شوید؛ از آنجا می‌توانید به برگزارکنندگان بنویسید.',
  'refusal.lines.full':
    'گنجایش پیام‌های این جلسه پر است. مطلب را با نوبت سخن بگویید یا بیرون از جلسه به برگزارکنندگان برسانید.',
  'refusal.frame.malformed': 'سامانه این درخواست را درنیافت. صفحه را دوباره باز کنید و باز بکوشید.',
  'refusal.frame.idReused': 'سامانه این درخواست را پیش‌تر با محتوای دیگری دیده است. دوباره بکوشید.',
  'refusal.frame.tooOften':
    'درخواست‌ها بیش از اندازه پیاپی بود. {afterSeconds, plural, other {# ثانیه}} دیگر دوباره بکوشید.',
  'refusal.meeting.gone': 'این جلسه دیگر در اینجا برگزار نمی‌شود.',
  'refusal.enter.linkUnknown':
    'این پیوند معتبر نیست یا با پیوند تازه‌ای جایگزین شده است. پیوند خود را از برگزارکنندگان بخواهید.',
  'refusal.enter.linkUsed':
    'این پیوند پیش‌تر به کار رفته است و برگزارکنندگان از این بار دوم باخبر شدند. اگر خود شما بوده‌اید، از رئیس جلسه بخواهید دستگاه دیگری را مجاز کند و سپس دوباره دکمه را بزنید.',
  'refusal.enter.sessionGone':
    'نشست کاربری شما پایان یافته است. پیوند شخصی خود را باز کنید یا از برگزارکنندگان پیوند تازه‌ای بخواهید.',
  'refusal.enter.badRequest': 'این پیوند کامل نیست. تمام پیوند را رونوشت کنید و دوباره باز کنید.',
  'refusal.enter.tooOften':
    'از شبکهٔ شما بیش از اندازه برای ورود تلاش شده است. {minutes, plural, other {# دقیقه}} دیگر یا از شبکه‌ای دیگر دوباره بکوشید.',
  'refusal.http.foreignOrigin': 'این صفحه با نشانی‌ای باز شده است که سامانه نمی‌شناسد. پیوند شخصی خود را باز کنید.',
  'refusal.http.notFound': 'در این نشانی چیزی نیست.',
  'refusal.http.fault': 'در سامانهٔ ما خطایی رخ داد. چیزی از دست نرفت. اندکی بعد دوباره بکوشید.',
  'refusal.media.notInside': 'صدا و تصویر پس از ورود به جلسه آغاز می‌شود.',
  'refusal.media.unknownTransport': 'اتصال صدا دوباره برقرار می‌شود.',
  'refusal.media.unknownProducer': 'این منبع پیش‌تر بسته شده است.',
  'refusal.media.unknownConsumer': 'این صدا یا تصویر پیش‌تر بسته شده است.',
  'refusal.media.notGranted': 'میکروفون شما با نوبت سخن باز می‌شود.',
  'refusal.media.malformed': 'اتصال صدا برقرار نشد. صفحه را دوباره باز کنید.',
  'refusal.media.tooMany': 'این منبع از پیش فرستاده می‌شود.',
  'refusal.media.unavailable': 'صدا و تصویر برای لحظه‌ای در دسترس نیست و خودبه‌خود بازمی‌گردد.',
  'refusal.fault.storage': 'در سامانهٔ ما خطایی رخ داد. چیزی از دست نرفت. شمارهٔ پیگیری {incident}.',
  'refusal.fault.internal': 'در سامانهٔ ما خطایی رخ داد. چیزی از دست نرفت. شمارهٔ پیگیری {incident}.',
  'refusal.fault.retry': 'در سامانهٔ ما خطایی رخ داد. چیزی از دست نرفت؛ دوباره تلاش می‌کنیم. شمارهٔ پیگیری {incident}.',
} as const satisfies Record<keyof typeof en, string>;
