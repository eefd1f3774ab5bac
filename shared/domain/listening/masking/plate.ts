import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const GAP = '[\\s·.•,，、/—–-]{0,2}'
/** No plate has I or O; whoever reads one off writes them. */
const SIGN = '[A-Z0-9]'
/** Behind the letter of the town five signs, or six of a new-energy car; the last may be the word of a school, a guest or the police. */
/** Between the town and the number, as it is told: 陕A 中间有个圆点 F63180, 鲁Q 是 F03728. */
const TOLD_GAP = `(?:${GAP}|\\s?(?:中间)?(?:有个)?(?:圆?点|是|大|然后|后面是?)\\s?)`
const PLATE = new RegExp(
  `([${PROVINCES}])${GAP}([A-Z])${TOLD_GAP}(${SIGN}(?:${GAP}${SIGN}){3}(?:${GAP}(?:${SIGN}|[学警港澳挂领试超使]))(?:${GAP}${SIGN})?)(?![A-Z\\d*])`,
  'giu',
)
/** Sign by sign, with what is said between them: 川a 大写的d 零五三二九, 闽c 那个 八八 x 二 六. */
const SAID_BETWEEN =
  '(?:[\\s,，、.·-]|嘛|的|(?<=[A-Za-z])\\p{Script=Han}(?=[,，])|大写的?|小写的?|字母|后面是?|然后|再|那个|这个|中间|是|嗯|呃|啊|um|uh){0,4}'
const READ_OUT = new RegExp(
  `([${PROVINCES}])${SAID_BETWEEN}([A-Z])(?![A-Z]{2})${SAID_BETWEEN}(?:\\2是[\\p{Script=Han}]{2,3}${SAID_BETWEEN})?((?:${SIGN}|德)(?:${SAID_BETWEEN}${SIGN}){4,5})(?![A-Z\\d*])`,
  'giu',
)
/** The same while it is told. */
export const BEGUN_PLATE = `[${PROVINCES}]${SAID_BETWEEN}[A-Z](?![A-Z]{2})${SAID_BETWEEN}(?<rest>${SIGN}(?:${SAID_BETWEEN}${SIGN}){1,5}${SAID_BETWEEN})$`
/** Of the armed police: WJ京1702X. */
const OF_POLICE = new RegExp(`(?<![A-Z\\d])WJ${GAP}[${PROVINCES}]?${GAP}\\d{4,5}[A-Z\\d]?(?![A-Z\\d*])`, 'gu')
/** Of embassies, where one is spoken of: 224031使, 使 014 113. Figures are fetched (领) and spent (使) as well. */
const OF_EMBASSY = new RegExp(
  `(?<!\\d)\\d{3}\\s?\\d{3}[使领](?![\\p{Script=Han}\\d])|(?<!\\p{Script=Han}|馆)[使领]${GAP}\\d{3}${GAP}\\d{3}(?![\\d*])|(?<=[牌怪是])[使]${GAP}\\d{3}${GAP}\\d{3}(?![\\d*])`,
  'gu',
)
const SPEAKS_OF_EMBASSY = /[使领]馆|外交/u
const MAY_HOLD = new RegExp(`[${PROVINCES}]${SAID_BETWEEN}[A-Z]`, 'iu')
const CUE = /(?:车牌|牌照|车号|牌号|号牌|[绿蓝黄港]牌|地牌|的车|开的|车是|plate)[^\n。]{0,10}$/iu
/** What stands in front of a plate, where the province is no end of a word: 全新A12345. */
const BEGINS = /(?:^|[^\p{Script=Han}]|[牌车号是的开辆台叫个在租了送我他她那这为有到])$/u
/** Hardly the end of any word: no colour and no way to feel about a price. */
const OF_A_PROVINCE = /[苏浙皖鲁豫鄂湘粤闽冀渝沪桂赣辽]/u
/** 江苏A12345: a province that is written out. */
const BEHIND_ANOTHER = /[江川京湖]$/u
/** Of these the same where no car is spoken of: 太贵A12345. */
const ENDS_WORD = /[太很好色款型种全变漆]$/u
const GOODS = /^\s?(?:款|版|型|号机|系列|规格)/u
/** 渝bd71846 月卡到期了. */
const OF_A_CAR = /^\s?[^\n。，,]{0,6}(?:月卡|停车|车位|抬杆|泊车|违章|ETC|年检)/iu
const CAR = /车|牌|停|师傅|司机|刮|蹭|贴条|高速|违章|(?<![a-z])(?:cars?|plate|van|driver)(?![a-z])|新能源|充电[桩站]/iu
/** 京a88888. */
const GLUED = /^\p{Script=Han}[a-z]\d{5}$/u
const FEWEST_DIGITS = 3
const FARTHEST = 16

/** Number plates, those of new-energy cars too: 京A*****. In a text whose spoken digits are plain. */
export function findPlates(text: string): Span[] {
  const isOfACar = isIn(text, CAR)
  return [...(isOfACar ? officialPlates(text) : []), ...(isIn(text, MAY_HOLD) ? townPlates(text, isOfACar) : [])]
}

const officialPlates = (text: string): Span[] =>
  [...matchesIn(text, OF_POLICE), ...(isIn(text, SPEAKS_OF_EMBASSY) ? matchesIn(text, OF_EMBASSY) : [])].map(
    ({ 0: found, index }) => ({
      ...{ kind: 'plate', start: index, end: index + found.length },
      mask: `${/WJ|[使领]/u.exec(found)?.[0] ?? ''}*****`,
    }),
  )

function townPlates(text: string, isOfACar: boolean): Span[] {
  const written = matchesIn(text, PLATE).map((match) => ({ match, isReadOut: false }))
  const readOut = matchesIn(text, READ_OUT).map((match) => ({ match, isReadOut: isOfACar }))
  return [...written, ...readOut].flatMap(({ match, isReadOut }): Span[] => {
    const { 0: found, 1: province, 2: town = '', 3: number = '', index } = match
    const before = text.slice(Math.max(0, index - FARTHEST), index)
    const isSaid = CUE.test(before)
    const digits = number.replace(/\D/g, '').length
    if (digits < (isSaid || isReadOut ? 2 : FEWEST_DIGITS)) return []
    const isUpper =
      isReadOut ||
      town === town.toUpperCase() ||
      GLUED.test(found) ||
      (digits >= 5 && OF_A_CAR.test(text.slice(index + found.length)))
    if (
      !isSaid &&
      (province === '新' ||
        !isUpper ||
        !(isOfACar || OF_A_CAR.test(text.slice(index + found.length))
          ? !ENDS_WORD.test(before)
          : BEGINS.test(before) || (OF_A_PROVINCE.test(province ?? '') && !BEHIND_ANOTHER.test(before))) ||
        GOODS.test(text.slice(index + found.length)))
    )
      return []
    return [{ kind: 'plate', start: index, end: index + found.length, mask: `${province}${town.toUpperCase()}*****` }]
  })
}
