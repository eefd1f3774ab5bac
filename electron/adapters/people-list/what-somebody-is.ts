import { kindColumn } from './headings.ts'
import type { TableRow } from './table.ts'

/** 王敏, 欧阳春晓, Anna Lee: a cell that may be somebody's name. */
const LIKE_NAME = /^(?:\p{Script=Han}[\p{Script=Han}· ]{1,7}|\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)+)$/u
/** What rosters call the columns that stand before those of people. */
const OF_ROSTERS =
  /序号|序號|日期|时间|時間|星期|班次|班组|班組|小组|小組|组别|組別|岗位|崗位|区域|区号|项目|名单|名單|周次/

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
