import { SURNAMES } from '../../../shared/domain/listening/masking/surnames.ts'
import { kindColumn } from './headings.ts'
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

const isLikeName = (cell = ''): boolean => LIKE_NAME.test(cell) && !OF_ROSTERS.test(cell)

const NUMBER = /^[a-z]{0,5}-?\d{3,}$/i
/** 2026, 202606, 20260601, as rosters count months and days. */
const DAY = /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?$/

/** A number as the others of this list have one, and no day, month or year. */
function isNumberOfTheirs(cell = '', others: readonly string[]): boolean {
  const isOne = (each: string) => NUMBER.test(each) && !DAY.test(each)
  return isOne(cell) && others.filter((other) => /\d/.test(other)).every(isOne)
}

/**
 * Whether a row that might be a heading, 人员 or Employee in one of its cells, says what somebody is: behind a name, and beside a number as the list has them, or
 * where another row says the same of somebody else in the same column. In the first column such a word stands over the names.
 */
export function saysWhatSomebodyIs({ cells }: TableRow, rows: readonly TableRow[]): boolean {
  const at = kindColumn(cells) ?? 0
  const [name, number] = cells
  if (at === 0 || !isLikeName(name)) return false
  const others = rows.map((row) => row.cells).filter((other) => other[0] !== name)
  const numbers = others.map((other) => other[1] ?? '')
  if (at > 1 && isNumberOfTheirs(number, numbers)) return true
  return others.some((other) => isLikeName(other[0]) && kindColumn(other) === at)
}
