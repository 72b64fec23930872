type Item = { item: string };

const digits = new Intl.NumberFormat('fa');

/** What react-aria says of choosing in lists of lines, in Persian; a file of its own, as it is loaded with those lists. */
export const reactAriaPersian = {
  grid: {
    deselectedItem: ({ item }: Item): string => `${item} دیگر انتخاب نیست.`,
    select: 'انتخاب',
    selectedCount: ({ count }: { count: number }): string =>
      count === 0 ? 'چیزی انتخاب نشده است.' : `${digits.format(count)} مورد انتخاب شده است.`,
    selectedAll: 'همه انتخاب شده‌اند.',
    selectedItem: ({ item }: Item): string => `${item} انتخاب شد.`,
    longPressToSelect: 'برای انتخاب، لمس طولانی کنید.',
  },
} as const;
