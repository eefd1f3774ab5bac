import { starFor } from './mask-forms.ts'
import { isIn } from './may-match.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'

/**
 * A phone that is told from its end: 尾号5443，前面是1392776. Its pieces are no number where they stand; in their order they are one. What is
 * masked is what any mask of a phone hides.
 */
const GAP = '[\\s,，、-]{0,2}'
/** Nor is it counted, paid or measured. */
const END = `(?!${GAP}\\d(?!\\d{1,10}\\s?(?:开头|打头|结尾))|\\s?[元块个件单条张台毫克米分秒年月日岁度位楼页次人])`
const digits = (count: number): string => `\\d(?:${GAP}\\d){${count - 1}}${END}`
const BEGINS = `1${GAP}[3-9](?:${GAP}\\d)`
const BETWEEN = '[^\\d\\n。；;*]{0,8}?'
const LAST = `(?:(?<!\\d[\\s,，、-]{0,2})\\d(?:${GAP}\\d){3}\\s?(?:结尾|收尾|尾巴)|(?:(?:尾号|尾数|[后末]四位|[后末]四个|最后四位|最后四个)${BETWEEN}|last (?:4|four)(?: digits)?(?: are| is)?:? ?)${digits(4)})`
const FIRST_SEVEN = `(?:(?:前[面边]?七?[位个]?|开头)${BETWEEN}|(?:first|beginning)(?: seven| 7)?(?: digits)?(?: are| is)?:? ?7?)${BEGINS}(?<hidden>(?:${GAP}\\d){4})${END}`
const FIRST_THREE = `(?:(?<!\\d)${BEGINS}\\s?(?:开头|打头|起头)的?|(?:(?:前[面边]?三?[位个]?|开头)${BETWEEN}|first (?:three|3)(?: digits)?(?: are| is)?:? ?)${BEGINS}${END})`
const SAYS_MIDDLE = `(?:中(?:间四?|四|段)[位个]?${BETWEEN}|middle (?:four|4)(?: digits)?(?: are| is)?:? ?)`
const MIDDLE = `${SAYS_MIDDLE}(?<hidden>${digits(4)})`
const WAY_THERE = '[^\\d*]{0,12}?'
/** What stands of a middle that is being typed behind the end. */
export const BEGUN_MIDDLE = `(?:${LAST}|${FIRST_THREE})[^\\n*]{0,24}?${SAYS_MIDDLE}(?<rest>\\d(?:${GAP}\\d){0,3}${GAP})$`
const ORDERS = [
  [LAST, FIRST_SEVEN],
  [FIRST_THREE, MIDDLE],
  [MIDDLE, FIRST_THREE],
  [MIDDLE, LAST],
  [FIRST_THREE, LAST, MIDDLE],
  [MIDDLE, FIRST_THREE, LAST],
  [`${LAST}(?:[^\\n*]{0,24}?${FIRST_THREE})?`, MIDDLE],
].map((pieces) => new RegExp(pieces.join(WAY_THERE), 'dgiu'))
const MAY_HOLD = /尾[号数]|四[位个]|中[间段]|开头|打头|last|middle/iu

/** In a text whose spoken digits are plain. */
export const findToldInPieces = (text: string): Span[] => [...foundBy(ORDERS, text), ...oneAfterTheOther(text)]

/** From its end alone: 后四位 0101 前面是 1380013. Its front by itself would be hidden so that the end of it stays. */
export const findToldFromEnd = (text: string): Span[] => foundBy(ORDERS.slice(0, 1), text)

function foundBy(orders: readonly RegExp[], text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  return orders.flatMap((order) =>
    [...matchesIn(text, order)].flatMap(({ indices }): Span[] => {
      const [start = 0, end = 0] = indices?.groups?.hidden ?? []
      const first = start + text.slice(start, end).search(/\d/)
      return [{ kind: 'phone', start: first, end, mask: `${starFor(true)}***` }]
    }),
  )
}

/** use 07391, then 604, then 258: pieces of a number of Britain, of a landline or a mobile here, which words put in their order. */
const NEXT_PIECE =
  "[\\s,，]{1,3}(?:and )?(?:then|next|followed by|after that|finally|然后|再|接着|后面是?)[\\s,，]{1,2}(?:it['’]?s )?"
const IN_ORDER: Needy = {
  needs: /\d[\s,，]{1,3}(?:and )?(?:then|next|followed|after|finally|然后|再|接着|后面)/iu,
  pattern: new RegExp(
    `(?<![\\d*.-])[01]\\d{2,6}(?:${NEXT_PIECE}\\d{2,6}){1,4}(?![\\d*]|[\\s,，-]{0,2}\\d|\\s?[元块个件点分%])`,
    'giu',
  ),
}
/** 先退150，然后20230415那单. */
const HAS_DAY = /(?<!\d)20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/u
const IS_NUMBER = /^(?:07[1-9]\d{8}|0[12]\d{8,9}|0[3-9]\d{9,10}|1[3-9]\d{9})$/

const oneAfterTheOther = (text: string): Span[] =>
  matchesWhere(text, IN_ORDER).flatMap(({ 0: told, index }): Span[] => {
    const digits = told.replace(/\D/g, '')
    return IS_NUMBER.test(digits) && !HAS_DAY.test(told)
      ? [{ kind: 'phone', start: index, end: index + told.length, mask: `****${digits.slice(-4)}` }]
      : []
  })
