import { saysCard, saysOrderOfRow, speaksOfFigures } from './cue.ts'
import { type DigitGroup, type DigitSegment, FILLING, gapsOf, groupFrom, groupsOf } from './digit-segments.ts'
import { countsUp, goesOnInFront, isAddressOfNet, isCounted, isRound, isTimeOrVersion, standsAlone } from './figures.ts'
import { type Detector, type Span, spansFromEachSegment, withItsBracket } from './span.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'

/** The same in other languages; of these words some are said of orders as well. Traditional signs stand simplified here. */
const IN_OTHER_LANGUAGES =
  /(?:رقم(?!\s?(?:ال)?(?:طلب|شحن|فاتور|تتبع|منتج|حساب|موظف|وظيف|هوي|موديل))|هاتف|جوال|موبايل|محمول|تلفن|همراه|واتس|للتواصل|اتصل|телефон|(?<!\p{L})тел|номер(?!\s?(?:заказ|посыл|трек|отправ|сч[её]т|накл))|звоните|전화|연락처|휴대|핸드폰|电话番号|携带|携帯|โทร|เบอร์|มือถือ|(?<!\p{L})(?:(?:handy|telefon|mobil|rück)(?:nummer|nr)|telefono?|tél(?:éphone)?|tel[ée]fon[oe]|numéro|(?:portable|m[óo]vil|celular|cellulare|telem[óo]vel|hp|telp)(?=\s?(?:[:：]|no\.?\s|número))|sđt|điện thoại|nomor (?:hp|telepon|wa)|telepon)(?!\p{L}))[^\d\n。；;]{0,14}$/iu
/** What says that somebody is called there, or where. */
const CUE =
  /(?:(?:(?<!i)phone|area code|mobile|cell|call|ring|text|reach|dial|whatsapp|line|telegram|caller id|best contact|to port|(?:my|his|her|their|a|the|new|contact) (?:(?!order|tracking|serial|model|invoice|case|ticket|item|part|batch|flight|room|product|member|account)\w{1,8} )?number|\btel|(?:alternate|alt|contact|mobile|my|his|her) no\.?|(?:you|they|i)['’]ve got)(?![a-z])[^\d\n。；;]{0,14}|(?:电话|手机号?|来电|致电|回电|打给|打到|拨|[我他她的机话系]号码|联系方式|的号)[^\d\n。；;，,a-z]{0,6}|(?:香港|澳门|台湾|英国|美国|加拿大|日本|韩国|新加坡|澳洲|澳大利亚|法国|德国|泰国|马来西亚|越南|印度|俄罗斯|新西兰|意大利|西班牙|国外|海外|境外)[^\d\n。；;元块价]{0,6})$/iu
/** They say it of other numbers. */
const DOCUMENT =
  /(?:尾号|后四位|[费价款账钱元¥￥$]|发票|护照|通行证|回乡证|台胞证|居住证|passport|permit|验证码|校验码)[^\d\n。]{0,12}$/iu
const FARTHEST = 32
/** In North America: (415) 555-0132. Three digits in brackets, or one sign twice, and no code begins with 0 or 1. */
const NORTH_AMERICAN = /^1?[2-9]\d{2}[2-9]\d{6}$/
const NORTH_AMERICAN_SHAPE = /^(?:1-)?3-3-4$/
const BRACKETS = /^\)\s?$/
const SIGN = /^(?:[-.]|\s?\/\s?)$/
/** Behind the nought of a trunk call, in the groups people know: 07911 123456, 0161 496 0345, 090-1234-5678, 0412 345 678. */
const TRUNK = /^0[1-9]\d{8,9}$/
const TRUNK_SHAPES = new Set(['5-6', '4-3-4', '3-4-4', '4-3-3', '2-4-4', '3-3-4', '5-3-3', '2-2-2-2-2', '4-6', '4-4-3'])
/** 07700 9⏎00123: a mobile of Britain that is cut by a line, wherever. */
const MOBILE_OF_BRITAIN = /^07[1-9]\d{8}$/
/** 07,911,204,668: a keyboard that puts commas in; nobody writes a figure with a nought in front. */
const COMMAS_OF_FIGURES = /^0\d,\d{3},\d{3},\d{3}$/
const GAP_OF_TRUNK = /^[\s\p{Pd}()（）]{1,2}$/u
/** 0412.668.937. */
const GAP_OF_FOURTH = /^[.\s\p{Pd}()（）]{1,2}$/u
/** What begins so, or is one. */
const CHINA = /^(?:00)?86|^1[3-9]\d{9}$/
const LENGTHS = [11, 10, 9, 8, 7]
const SHORTEST = 7
const DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** It goes on in words: 176 0472 八八 一三. */
const SAID_BEHIND = new RegExp(`^[\\s,，]{0,2}[${SPOKEN_DIGITS.join('')}]{2}`, 'u')
const TELLING_UNIT =
  /^\s?(?:元|块|个|件|台|次|档|号[楼门线仓口]|%|GB?|mm|cm|kg|ml|w\b|mah|hz|inch|items?|pieces|times|dollars|yuan|usd|rmb)/iu

/** Numbers of other countries as they are written there, without + or 00: ****0132. */
export const findPhonesOfAbroad: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    if (isInsideRow(folded, segments, first)) return null
    for (const count of LENGTHS) {
      const group = groupFrom(folded, segments, first, { count })
      // What costs least is asked first: a page of figures is asked this at each of them.
      if (group === null || !isWhole(folded, group) || isFigure(folded, group)) continue
      if (!isWritten(folded, group) && !(isSpoken(folded, group) && saysPhoneOfAbroad(folded, start))) continue
      return isOther(folded, start) ? null : withItsBracket(folded, spanOf(group))
    }
    return null
  })

/** The words in front say that a number of any country follows. */
export function saysPhoneOfAbroad(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - FARTHEST), start)
  return (CUE.test(before) || IN_OTHER_LANGUAGES.test(before)) && !DOCUMENT.test(before)
}

const isOther = (folded: string, start: number): boolean =>
  saysOrderOfRow(folded, start) || speaksOfFigures(folded, start) || saysCard(folded, start)

const spanOf = ({ start, end, digits }: DigitGroup): Span => ({
  ...{ kind: 'phone', start, end },
  mask: `****${digits.slice(-4)}`,
})

/** No digit is linked to it that is not part of it. */
const isWhole = (folded: string, group: DigitGroup): boolean => {
  const [gap] = gapsOf(folded, group)
  return gap === undefined || standsAlone(folded, group, gap)
}

/** Whatever begins there goes on from what stands in front: a page of figures is asked no more at each of them. */
function isInsideRow(folded: string, segments: DigitSegment[], first: number): boolean {
  const [segment, next] = [segments[first], segments[first + 1]]
  if (segment === undefined || next === undefined || segment.end - segment.start >= SHORTEST) return false
  const gap = folded.slice(segment.end, next.start).replaceAll(FILLING, '')
  // Digits of two units each are one row as well, without a gap.
  if (gap === '') return folded.charAt(segment.start - 1) === FILLING && /[0-9]/.test(folded.charAt(segment.start - 2))
  return goesOnInFront(folded, segment.start, gap)
}

const isFigure = (folded: string, group: DigitGroup): boolean =>
  countsUp(groupsOf(folded, group)) ||
  CHINA.test(group.digits) ||
  isCounted(folded, group.end) ||
  SAID_BEHIND.test(folded.slice(group.end, group.end + 4)) ||
  TELLING_UNIT.test(folded.slice(group.end, group.end + 8)) ||
  DAY.test(group.digits) ||
  isTimeOrVersion(folded.slice(group.start, group.end)) ||
  isAddressOfNet(folded.slice(group.start, group.end))

/** In a rhythm that says so itself. */
function isWritten(folded: string, group: DigitGroup): boolean {
  const gaps = gapsOf(folded, group)
  if (COMMAS_OF_FIGURES.test(folded.slice(group.start, group.end))) return true
  if (MOBILE_OF_BRITAIN.test(group.digits) && gaps.includes('\n') && gaps.every((gap) => GAP_OF_TRUNK.test(gap)))
    return true
  if (NORTH_AMERICAN.test(group.digits) && NORTH_AMERICAN_SHAPE.test(group.shape))
    return (
      (gaps.length === 1 && SIGN.test(gaps[0] ?? '')) ||
      (gaps.some((gap) => BRACKETS.test(gap)) && /[(（]$/.test(folded.slice(0, group.start)))
    )
  return (
    TRUNK.test(group.digits) &&
    TRUNK_SHAPES.has(group.shape) &&
    gaps.every((gap) => (group.shape === '4-3-3' ? GAP_OF_FOURTH : GAP_OF_TRUNK).test(gap))
  )
}

/** Where the words in front say that a number follows: in one piece, or in up to four groups that are no prices. */
function isSpoken(folded: string, group: DigitGroup): boolean {
  const groups = groupsOf(folded, group)
  if (group.digits.length < 8 && !/^\d{7}$|^3-4$/.test(group.shape)) return false
  const areEven = groups.length <= 4 && groups.every((each) => each.length >= 2)
  const gaps = gapsOf(folded, group)
  return (
    (areEven || groups.every((each) => each.length === 1)) &&
    gaps.every((gap) => !/[:：¥￥$+*×x]/u.test(gap)) &&
    !isRound(groups)
  )
}
