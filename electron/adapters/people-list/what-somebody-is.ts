import { SURNAMES } from '../../../shared/domain/listening/masking/surnames.ts'
import { kindColumn } from './headings.ts'
import { roleOf } from './roles.ts'
import type { TableRow } from './table.ts'

/** 王敏, 欧阳春晓, 马晓云, 古丽·买买提, Anna Lee: somebody's name, as far as its family tells. One that begins everyday words as well, 白班, needs two signs behind it. */
const LIKE_NAME = new RegExp(
  [
    `^(?:${SURNAMES.plain}\\p{Script=Han}{1,2}`,
    `${SURNAMES.any}\\p{Script=Han}{2}`,
    `${SURNAMES.seldom}\\p{Script=Han}{2}`,
    '\\p{Script=Han}{2,}·\\p{Script=Han}{2,}',
    "\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*)+)$",
  ].join('|'),
  'u',
)
/** How rosters call shifts, places and parts of a company. */
const OF_ROSTERS =
  /[班仓倉组組部楼樓层層室区區店站岗崗厅廳队隊课課线線库庫员員]$|\b(?:shifts?|teams?|groups?|weeks?|days?|nights?|rooms?|floors?|desks?|lines?|halls?|sites?|stores?|warehouses?|departments?|months?|dates?|times?|areas?|zones?|units?)\b/i

/** 高翔, 文静, anna lee: names by their shape, which everyday words, 白天, have as well. */
const MAY_BE_NAME = new RegExp(
  `^(?:${SURNAMES.any}\\p{Script=Han}|${SURNAMES.seldom}\\p{Script=Han}|\\p{L}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*)+)$`,
  'u',
)
/** As wide as a name may be written: only where the other rows tell that it is one. */
const WORDS = /^(?:\p{Script=Han}[\p{Script=Han}·]{1,7}|\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)+)$/u

const isOfList = (cell: string): boolean => OF_ROSTERS.test(cell) || roleOf(cell) !== null

const isLikeName = (cell = ''): boolean => LIKE_NAME.test(cell) && !isOfList(cell)

const mayBeName = (cell = ''): boolean => (LIKE_NAME.test(cell) || MAY_BE_NAME.test(cell)) && !isOfList(cell)

const NUMBER = /^[a-z]{0,5}-?\d{3,}$/i
/** 2026, 202606, 20260601, as rosters count months and days. */
const DAY = /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?$/

/** A number as the others of this list have one, and no day, month or year. */
function isNumberOfTheirs(cell = '', others: readonly string[]): boolean {
  const isOne = (each: string) => NUMBER.test(each) && !DAY.test(each)
  return isOne(cell) && others.filter((other) => /\d/.test(other)).every(isOne)
}

/** How many names a column has, each once: what people are is said again and again. */
const namesIn = (rows: readonly string[][], column: number, isName: (cell?: string) => boolean): number =>
  new Set(rows.map((cells) => cells[column]).filter(isName)).size

/** Whether names stand below this cell of the first column rather than in that one: by those that are sure, and where these do not tell, for what may be a name by those that may be. */
function isOverNames(cell: string, rows: readonly string[][], column: number): boolean {
  const ways = mayBeName(cell) ? [isLikeName, mayBeName] : [isLikeName]
  const more = ways.map((isName) => namesIn(rows, 0, isName) - namesIn(rows, column, isName))
  return (more.find((each) => each !== 0) ?? 0) > 0
}

/**
 * Whether a row that might be a heading, 人员 or Employee in one of its cells, says what somebody is: behind a name, and beside a number as the list has them, or
 * where another row says the same of somebody else in the same column. In the first column such a word stands over the names.
 * What is no sure name is one where the other rows have theirs in the first column, and not below that word.
 */
export function saysWhatSomebodyIs({ cells }: TableRow, rows: readonly TableRow[]): boolean {
  const at = kindColumn(cells) ?? 0
  const [name = '', number] = cells
  if (at === 0) return false
  const all = rows.map((row) => row.cells).filter((other) => other !== cells)
  const isSure = isLikeName(name)
  if (!isSure && !(WORDS.test(name) && isOverNames(name, all, at))) return false
  const others = all.filter((other) => other[0] !== name)
  const numbers = others.map((other) => other[1] ?? '')
  const isBesideNumber = at > 1 && isNumberOfTheirs(number, numbers)
  if (isBesideNumber && (isSure || numbers.some((other) => /\d/.test(other)))) return true
  return others.some((other) => mayBeName(other[0]) && kindColumn(other) === at)
}
