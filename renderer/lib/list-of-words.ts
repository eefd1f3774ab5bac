import { currentLanguage } from './i18n.ts'

/** «甲、乙和丙», «甲、乙或丙»; "a, b and c", "a, b or c". */
export const listOfWords = (words: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB', { type }).format(words)
