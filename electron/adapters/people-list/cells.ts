import { foldWidth } from '../../../shared/domain/listening/masking/folding.ts'
import { oddCharacterIn } from '../../../shared/text/characters.ts'

/** Stands for a value that a spreadsheet has destroyed: a number made a date, rounded, or a fault. Nobody types it. */
export const SPOILED = '\u{10fffe}'

/** Excel's own way to keep noughts in a CSV, `="00123"`. */
const TEXT_FORMULA = /^=\s*"((?:[^"]|"")*)"$/
/** Put around a cell by who wrote the list: “王敏”, '王敏', 「王敏」. */
const QUOTED =
  /^(?:“([^“”]*)”|‘([^‘’]*)’|'([^']*)'|`([^`]*)`|＂([^＂]*)＂|「([^「」]*)」|『([^『』]*)』|«([^«»]*)»|《([^《》]*)》|〝([^〝〞]*)〞)$/u
const ANY_QUOTE = /["'‘’“”`＂「」『』«»《》〝〞]/
const PAIRS = ['“”', '「」', '『』', '«»', '《》', '〝〞']
/** The sign of O’Neill stands between letters, that of ’t Hart before a small one. */
const ODD_QUOTE = /^['‘`](?!\p{Ll})[^'’`]*$|^[^'‘`]*\p{Script=Han}['’`]$/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
/** The same but for joiners and variants, which say how the letters of a name are drawn. */
const UNSEEN_AND_IDLE = /(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu
/** `1.23E+17`, `11-Nov`, `11月1日`, `########`, `#N/A`, `=VLOOKUP(…)`. */
const SPOILED_TEXT =
  /^(?:\d(?:\.\d+)?E\+\d+|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}|\d{1,2}月\d{1,2}日|#{3,}|#(?:N\/A|REF!|DIV\/0!|NAME\?|NULL!|NUM!|VALUE!)|=.*)$/isu

export type CellFault = 'spoiled_cell' | 'damaged_text' | 'odd_character'

/** A cell as its words: full-width letters, digits and blanks made plain, invisible signs and blanks around it left out. */
export function cellText(raw: string): string {
  const kept = raw.trim()
  const inner = TEXT_FORMULA.exec(kept)?.[1]?.replaceAll('""', '"') ?? QUOTED.exec(kept)?.slice(1).find(isThere)
  const text = inner ?? kept.replace(/^'(?=[\d=+\-@\p{Script=Han}])/u, '')
  return foldWidth(text)
    .replace(/\u3000/g, ' ')
    .replace(UNSEEN_AND_IDLE, '')
    .trim()
}

const isThere = (part: string | undefined): boolean => part !== undefined

/** Whether a quote stands in the cell whose partner does not. */
export const hasOddQuote = (cell: string): boolean =>
  ANY_QUOTE.test(cell) && (ODD_QUOTE.test(cell) || PAIRS.some((pair) => !isPaired(cell, pair)))

const isPaired = (cell: string, [open = '', close = '']: string): boolean =>
  cell.split(open).length === cell.split(close).length

/** Chinese names are often drawn apart to fill the column, 王　敏. */
export const nameText = (cell: string): string =>
  cell.replace(/[^\S\r\n]+/g, ' ').replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')

/** Blanks and signs that are not seen mean nothing in a number or an address. */
export const withoutBlanks = (cell: string): string => cell.replace(/\s+/g, '').replace(UNSEEN, '')

export const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ')

/** A number that went through a sheet as a number, 1001.0 or 1,001: what it was before cannot be told. */
export const isReckoned = (number: string): boolean => /^\d+\.0+$|^\d{1,3}(?:,\d{3})+$/.test(number)

/** How people write that there is none: -, /, 无, N/A. */
export const orNothing = (cell: string): string =>
  /^(?:[-–—/\\.·_]+|无|無|暂无|暫無|没有|none|nil|null|nan|n\/a)$/iu.test(cell) ? '' : cell

/** Why a cell cannot be taken for what was once typed; null when it can. */
export function cellFault(cell: string): CellFault | null {
  if (cell.includes(SPOILED) || SPOILED_TEXT.test(cell)) return 'spoiled_cell'
  // The sign that stands for bytes nobody could read.
  if (cell.includes('\ufffd')) return 'damaged_text'
  return oddCharacterIn(cell) === null ? null : 'odd_character'
}
