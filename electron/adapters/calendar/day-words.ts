import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { foldWidth } from '../../../shared/domain/listening/masking/folding.ts'

/** «不上班», «非工作日», «non-working day» hold the word of a workday and deny it; a workers' day is a name. */
const NOT_WORKED = /[不无]\S{0,2}班|非\s*工作|non[\s-]?work|\b(?:no|not|off)\s+work/iu
const WORKED = /班|工作日|work(?!ers?\b)|make.?up/iu
/** «调休» alone is either: a day that is worked for another, or the other. */
const OFF = /(?<!调)休|假|holiday|\boff\b|\brest\b|vacation/iu

/** Whether words speak of a day off or of a day that is worked for it: «国庆节（休）», «调休上班», `holiday`. Null: of neither. */
export function kindOf(words: string): SpecialDay['kind'] | null {
  if (NOT_WORKED.test(words)) return 'holiday'
  // «调休上班» has both: that it is worked is the news.
  if (WORKED.test(words)) return 'make_up_workday'
  return OFF.test(words) ? 'holiday' : null
}

const YES = /^(?:是|对|√|✓|✔|y|yes|t|true|1)$/i
const NO = /^(?:否|不|不是|×|✗|✘|n|no|f|false|0)$/i

export const isYesOrNo = (cell: string): boolean => YES.test(cell.trim()) || NO.test(cell.trim())

/** What a day answers to its heading: 是 or 1 under «是否上班». Null: the heading asks after no kind, or the cell answers nothing. */
export function answeredKind(heading: string, cell: string): SpecialDay['kind'] | null {
  const asked = kindOf(heading)
  if (asked === null || !isYesOrNo(cell)) return null
  if (YES.test(cell.trim())) return asked
  return asked === 'holiday' ? 'make_up_workday' : 'holiday'
}

/** The name without what only says the kind: «国庆节（休）», «国庆节 假期 第1天/共7天» → 国庆节. */
export const nameOf = (words: string): string =>
  words
    .replace(/[（(【[](?:休|班|放假|上班|补班|调休|假|holiday|work(?:day)?|off)[）)】\]]/giu, ' ')
    .replace(/第\s*\d+\s*天\s*[/／]?\s*共\s*\d+\s*天/gu, ' ')
    .replace(/\s+(?:休|班|假期|放假|补班|调休上班)(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** `2027-10-01` of the usual ways to write a date, the year first; else why not: it is none, or a day that no month has. */
export function dateOf(cell: string): { date: string } | { reason: 'date_unreadable' | 'no_such_day' } {
  const found =
    /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})| ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号])?|(\d{2})(\d{2}))(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(
      foldWidth(cell).replace(/\s+/g, ' ').trim(),
    )
  if (found === null) return { reason: 'date_unreadable' }
  const [, year = '', , ...parts] = found
  const [month = '', day = ''] = parts.filter((part) => part !== undefined)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isReal = new Date(`${date}T00:00:00.000Z`).toJSON()?.slice(0, 10) === date
  return isReal ? { date } : { reason: 'no_such_day' }
}
