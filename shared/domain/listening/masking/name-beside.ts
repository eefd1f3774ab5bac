import { GIVEN, WORDS } from './name-forms.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'
import { SURNAMES } from './surnames.ts'

/** A name, and one of its signs explained: 蔡金宝，金子的金; 孙丽,美丽的丽. */
const EXPLAINED: Needy = {
  needs: /[\s，,、。（(:：]\p{Script=Han}{1,4}的\p{Script=Han}/u,
  pattern: new RegExp(
    `${SURNAMES.begin}(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})[\\s，,、。（(:：]{1,2}\\p{Script=Han}{1,4}的(\\p{Script=Han})(?=$|[^\\p{Script=Han}]|[啊呀哈吧呢嘛])`,
    'gu',
  ),
}
/** Each of its signs: 明朗，明天的明，晴朗的朗. */
const ALL_EXPLAINED =
  /(?=[\s，,、:：]{1,2}\p{Script=Han}{1,4}的)(?<=(?:^|[^\p{Script=Han}\w*]|[是叫])(\p{Script=Han})(\p{Script=Han}{1,2}))[\s，,、:：]{1,2}\p{Script=Han}{1,4}的\1[\s，,、和]{0,2}\p{Script=Han}{1,4}的(\p{Script=Han})(?=$|[^\p{Script=Han}]|[啊呀哈吧呢嘛])/gu
/** 老薛(薛德旺), 王总（王建军）. */
const IN_BRACKETS: Needy = {
  needs: /[（(]/u,
  pattern: new RegExp(
    `(?:(?:老|小|阿)(${SURNAMES.any})|(${SURNAMES.any})(?:先生|女士|小姐|阿姨|师傅|老师|经理|总|工|姐|哥|叔|姨))[（(](?!${WORDS})(?:\\1\\2)(${GIVEN}{1,2})(?=[)），,])`,
    'gu',
  ),
}
const DOT = /[·•・‧]/u
/** As peoples of the west write them, by what their names are made of: 阿卜杜热西提·买买提. */
const PARTS =
  '买买提|麦麦提|买提|古丽|热合|热西|艾合|阿卜|阿布|阿不|吐尔|图尔|努尔|艾山|木拉提|玉素|伊力|依不拉|卡德尔|哈斯木|帕提|汗古'
const OF_THE_WEST: Needy = {
  needs: DOT,
  pattern: new RegExp(`\\p{Script=Han}{0,7}(?:${PARTS})\\p{Script=Han}{0,6}[·•・‧][\\p{Script=Han}]{2,8}`, 'gu'),
}
/** The same while its last part is typed. */
export const BEGUN_OF_THE_WEST = `(?<rest>\\p{Script=Han}{0,7}(?:${PARTS})\\p{Script=Han}{0,6}[·•・‧]\\p{Script=Han}?)$`
const OTHER_PART: Needy = {
  needs: DOT,
  pattern: /(?<=(?:我叫|姓名|名字|人|户名)[\s:：是叫为]{0,3})\p{Script=Han}{2,8}[·•・‧]\p{Script=Han}{2,8}/gu,
}
const CUE_IN_FRONT = /^.*(?:叫做?|姓名|名字|人|户名|是|找|[:：\s])/u
/** Somebody else of the same list: 祝晓芸 和 祝晓蕾. */
const NEXT = new RegExp(
  `^\\s?(?:(?:和|、|跟|与|及|/)\\s?(?!${WORDS})${SURNAMES.any}|[,，]\\s?(?!${WORDS})${SURNAMES.plain})(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}\\w*]|[两三四五]|都|一起)`,
  'u',
)
const FARTHEST_NEXT = 12
const LONGEST_LIST = 20

/** Names that no word in front tells, but what stands behind or beside them. `found`: those that words tell. */
export function namesBeside(text: string, found: readonly Span[]): Span[] {
  const explained = matchesWhere(text, EXPLAINED).flatMap(({ 1: family = '', 2: given = '', 3: sign = '', index }) =>
    `${family}${given}`.includes(sign) ? [spanOf(index + family.length, given.length)] : [],
  )
  const allExplained = matchesIn(text, ALL_EXPLAINED).flatMap(({ 2: rest = '', 3: sign = '', index }) =>
    rest.includes(sign) ? [spanOf(index - rest.length, rest.length)] : [],
  )
  const bracketed = matchesWhere(text, IN_BRACKETS).map(({ 0: whole, 3: given = '', index }) =>
    spanOf(index + whole.length - given.length, given.length),
  )
  const ofTheWest = [...matchesWhere(text, OF_THE_WEST), ...matchesWhere(text, OTHER_PART)].map(
    ({ 0: whole, index }) => {
      const cue = CUE_IN_FRONT.exec(whole.slice(0, whole.search(/[·•・‧]/u)))?.[0].length ?? 0
      return spanOf(index + cue + 1, whole.length - cue - 1)
    },
  )
  const spans = [...explained, ...allExplained, ...bracketed, ...ofTheWest]
  return [...spans, ...[...found, ...spans].flatMap((span) => listedBehind(text, span.end))]
}

function listedBehind(text: string, from: number): Span[] {
  const spans: Span[] = []
  let end = from
  for (let count = 0; count < LONGEST_LIST; count++) {
    const next = NEXT.exec(text.slice(end, end + FARTHEST_NEXT))
    if (next === null) break
    const { 0: whole, 1: given = '' } = next
    end += whole.length
    spans.push(spanOf(end - given.length, given.length))
  }
  return spans
}

const spanOf = (start: number, length: number): Span => ({ kind: 'name', start, end: start + length, mask: '*' })
