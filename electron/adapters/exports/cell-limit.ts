import { exportWords, type FileLanguage } from './export-words.ts'

/** Excel holds 32,767 characters a cell: a workbook with more it calls damaged, of a CSV it puts the rest into cells that are others'. */
const LONGEST_CELL = 32_000

/** The text as a cell can hold it; cut with a word about it, never silently and never inside a character. */
export const fitted = (text: string, language: FileLanguage): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL).toWellFormed()}${exportWords[language].shortened}`
