/**
 * Controls other than tab and line ends, and the two characters that are none: XML cannot hold them, and a spreadsheet stops
 * reading at the first without a word.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu
/** Nearly every text: neither one of those nor half a character. */
const PLAIN = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/

/** What a file can hold of a text. */
export const writable = (value: string): string =>
  PLAIN.test(value) ? value : value.toWellFormed().replace(UNWRITABLE, '')
