import { matchesIn, type Span } from './span.ts'

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const GAP = '[\\s·.•,，、-]{0,2}'
const SIGN = '[A-HJ-NP-Z0-9]'
/** Behind the letter of the town five signs, or six of a new-energy car; the last may be the word of a school, a guest or the police. */
/** Between the town and the number, as it is told: 陕A 中间有个圆点 F63180, 鲁Q 是 F03728. */
const TOLD_GAP = `(?:${GAP}|\\s?(?:中间)?(?:有个)?(?:圆?点|是|大|然后|后面是?)\\s?)`
const PLATE = new RegExp(
  `([${PROVINCES}])${GAP}([A-Z])${TOLD_GAP}(${SIGN}(?:${GAP}${SIGN}){3}(?:${GAP}(?:${SIGN}|[学警港澳挂领试超使]))(?:${GAP}${SIGN})?)(?![A-Z\\d*])`,
  'giu',
)
const MAY_HOLD = new RegExp(`[${PROVINCES}]${GAP}[A-Z]`, 'iu')
const CUE = /(?:车牌|牌照|车号|牌号|号牌|[绿蓝黄港]牌|地牌|的车|开的|车是|plate)[^\n。]{0,10}$/iu
/** What stands in front of a plate, where the province is no end of a word: 全新A12345. */
const BEGINS = /(?:^|[^\p{Script=Han}]|[牌车号是的开辆台叫个在租了送我他她那这为有到])$/u
const GOODS = /^\s?(?:款|版|型|号机|系列|规格)/u
/** 渝bd71846 月卡到期了. */
const OF_A_CAR = /^\s?[^\n。，,]{0,6}(?:月卡|停车|车位|抬杆|泊车|违章|ETC|年检)/iu
const FEWEST_DIGITS = 3
const FARTHEST = 16

/** Number plates, those of new-energy cars too: 京A*****. In a text whose spoken digits are plain. */
export function findPlates(text: string): Span[] {
  if (!MAY_HOLD.test(text)) return []
  return matchesIn(text, PLATE).flatMap(({ 0: found, 1: province, 2: town = '', 3: number = '', index }): Span[] => {
    const before = text.slice(Math.max(0, index - FARTHEST), index)
    const isSaid = CUE.test(before)
    const digits = number.replace(/\D/g, '').length
    if (digits < (isSaid ? 2 : FEWEST_DIGITS)) return []
    const isUpper = town === town.toUpperCase() || (digits >= 5 && OF_A_CAR.test(text.slice(index + found.length)))
    if (
      !isSaid &&
      (province === '新' || !isUpper || !BEGINS.test(before) || GOODS.test(text.slice(index + found.length)))
    )
      return []
    return [{ kind: 'plate', start: index, end: index + found.length, mask: `${province}${town.toUpperCase()}*****` }]
  })
}
