import type { lobbyText as en } from '../en/lobby.ts';

/** The lobby, in Persian. */
export const lobbyText = {
  'lobby.title': 'شما در اتاق انتظار هستید',
  'lobby.wait': 'رئیس جلسه شما را می‌پذیرد.',
  'lobby.waitHint':
    'نیازی به کاری نیست: این صفحه خودبه‌خود تغییر می‌کند. در اینجا کسی شما را نمی‌بیند و صدایتان را نمی‌شنود.',
  'lobby.start': 'جلسه برای {date}، ساعت {time} به وقت {city} برنامه‌ریزی شده است.',
  'lobby.startOwn': 'برابر با ساعت {time} به وقت {city}.',
  'lobby.open': 'جلسه در جریان است.',
  'lobby.doubtful':
    'پیوند شخصی شما در دستگاه دیگری هم باز شده است. برگزارکنندگان این را می‌بینند و شاید پیش از پذیرش از شما بپرسند. اگر کار شما نبوده است، به آنان خبر دهید.',
  'lobby.turnedAway.title': 'فعلاً پذیرفته نشدید',
  'lobby.turnedAway.text':
    'برگزارکنندگان خواسته‌اند که بیرون بمانید. صندلی همچنان از آنِ شماست: می‌توانید دوباره درخواست ورود کنید یا از راه دیگری با برگزارکنندگان تماس بگیرید.',
  'lobby.turnedAway.again': 'درخواست دوبارهٔ ورود',
  'lobby.over': 'جلسه پایان یافته است.',
  'lobby.overHint': 'پیش از ورود شما پایان یافت. می‌توانید این صفحه را ببندید.',
  'lobby.write': 'نوشتن به برگزارکنندگان',
  'lobby.message': 'پیامی از برگزارکنندگان:',
  'lobby.answer': 'خواندن و پاسخ',
  'lobby.leave': 'ترک اتاق انتظار',
  'lobby.accepted': 'شما این قاعده را پذیرفته‌اید.',
} as const satisfies Record<keyof typeof en, string>;
