/**
 * A Persian sentence with each `{count}` as `{count_written}`: alone it would be written in Latin digits, and a plural
 * needs the number itself, so both are given.
 */
export const withWrittenNumbers = (sentence: string): string => sentence.replace(/\{([A-Za-z]\w*)\}/g, '{$1_written}');
