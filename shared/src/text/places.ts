/** Names that places got after the time zone database named its zone. */
const renamed: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

const persian: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'قاهره',
  'Africa/Johannesburg': 'ژوهانسبورگ',
  'Africa/Lagos': 'لاگوس',
  'Africa/Nairobi': 'نایروبی',
  'America/Chicago': 'شیکاگو',
  'America/Denver': 'دنور',
  'America/Los_Angeles': 'لس‌آنجلس',
  'America/New_York': 'نیویورک',
  'America/Sao_Paulo': 'سائوپائولو',
  'America/Toronto': 'تورنتو',
  'Asia/Almaty': 'آلماتی',
  'Asia/Ashgabat': 'عشق‌آباد',
  'Asia/Baghdad': 'بغداد',
  'Asia/Baku': 'باکو',
  'Asia/Bishkek': 'بیشکک',
  'Asia/Calcutta': 'کلکته',
  'Asia/Doha': 'دوحه',
  'Asia/Dubai': 'دبی',
  'Asia/Dushanbe': 'دوشنبه',
  'Asia/Hong_Kong': 'هنگ‌کنگ',
  'Asia/Jakarta': 'جاکارتا',
  'Asia/Jerusalem': 'بیت‌المقدس',
  'Asia/Kabul': 'کابل',
  'Asia/Karachi': 'کراچی',
  'Asia/Kolkata': 'کلکته',
  'Asia/Kuwait': 'کویت',
  'Asia/Muscat': 'مسقط',
  'Asia/Qatar': 'قطر',
  'Asia/Riyadh': 'ریاض',
  'Asia/Samarkand': 'سمرقند',
  'Asia/Seoul': 'سئول',
  'Asia/Shanghai': 'شانگهای',
  'Asia/Singapore': 'سنگاپور',
  'Asia/Tashkent': 'تاشکند',
  'Asia/Tbilisi': 'تفلیس',
  'Asia/Tehran': 'تهران',
  'Asia/Tokyo': 'توکیو',
  'Asia/Yerevan': 'ایروان',
  'Australia/Sydney': 'سیدنی',
  'Etc/UTC': 'زمان جهانی',
  'Europe/Amsterdam': 'آمستردام',
  'Europe/Athens': 'آتن',
  'Europe/Berlin': 'برلین',
  'Europe/Brussels': 'بروکسل',
  'Europe/Copenhagen': 'کپنهاگ',
  'Europe/Geneva': 'ژنو',
  'Europe/Helsinki': 'هلسینکی',
  'Europe/Istanbul': 'استانبول',
  'Europe/Kiev': 'کی‌یف',
  'Europe/Kyiv': 'کی‌یف',
  'Europe/London': 'لندن',
  'Europe/Madrid': 'مادرید',
  'Europe/Moscow': 'مسکو',
  'Europe/Oslo': 'اسلو',
  'Europe/Paris': 'پاریس',
  'Europe/Prague': 'پراگ',
  'Europe/Rome': 'رم',
  'Europe/Stockholm': 'استکهلم',
  'Europe/Vienna': 'وین',
  'Europe/Warsaw': 'ورشو',
  'Europe/Zurich': 'زوریخ',
  UTC: 'زمان جهانی',
};

/**
 * What people call the place whose clock a time zone is: the city of its IANA name. In Persian the city where it
 * is known here, else the zone's own Persian name, so that no Latin letters stand in a Persian line.
 */
export function placeOfZone(timeZone: string, language: string): string {
  if (language === 'fa') return persian[timeZone] ?? zoneName(timeZone);
  const city = timeZone.split('/').at(-1) ?? timeZone;
  return renamed[city] ?? city.replaceAll('_', ' ');
}

function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('fa', { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
