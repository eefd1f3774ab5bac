import { isOfDistrict, isOfShelf } from '../code-words.ts'
import { saysGoods, saysOrder, saysOrderOfRow, speaksOfFigures, startOfRow } from '../cue.ts'
import { isNobodysWay } from '../english-address.ts'
import { hasSteps, isCounted, isTimeOrVersion } from '../figures.ts'
import { foldSigns, foldSpokenDigits } from '../folding.ts'
import { isOfGoods } from '../latin-words.ts'
import { isTitle } from '../name-forms.ts'
import { PROVINCES } from '../plate.ts'
import { isCountedOff, recitedIn } from '../recited.ts'
import { retell } from '../retelling.ts'
import type { Piece } from './pieces.ts'
import type { Tagged } from './tagged.ts'

const NUMBERS: readonly Tagged['tag'][] = ['number', 'paper', 'plate', 'code']
const OF_WORDS: readonly Tagged['tag'][] = ['name', 'chat', 'email']
/** one hundred thirty-eight yuan, double check the price: no address or name is told so without a word for a sign. */
const COUNTED =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|double|triple|half|zero|hundred)(?:[\s,-]|$)/i
const SIGN_SAID = /[@_.]|(?<![a-z])(?:at|dot|underscore|dash|hyphen)(?![a-z])/i
/** Of a note or a call of ours, as the log and links name it. */
const OWN_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
/** YT 七七八零二九三四幺零: a parcel's. */
const ONLY_DIGITS = /^[\d\s-]+$/
const CARRIER = /[A-Za-z]{0,3}\s{0,2}$/
const LONGEST_ID = 36
/** Things have names as well. */
const OF_THINGS =
  /(?:file|product|host|domain|brand|model|style|item|shop|store|app)\s?names?\s?[:：]?\s*$|name on the (?:box|bottle|label|packet|tin|jar|lid|menu)(?: is|:)?\s*$/i
const LONGEST_CUE = 16
const LONGEST_NAME_CUE = 28
const LONGEST_GOODS = 40
/** 2780×1264, 210*210*135, M 160-165. */
const OF_SIZES = /\d{2,}\s?[×xX]\s?\d{2,}|(?<!\d)\d{1,3}\s?\*\s?\d{1,3}\s?\*\s?\d{1,3}(?!\d)|[SML] ?\d{2,3}[-~]\d{2,3}/
/** 1999-300-80=1619. */
const OF_A_SUM = /\d\s?[=＝]\s?\d/
const BEGINS_WITH_TOWN = new RegExp(`^[${PROVINCES}]`, 'u')
const FEWEST_OF_PLATE = 4
const PENCE = /^\d{1,4}\.\d{1,2}$/
/** π, degrees of a map: a fraction told exactly. No phone that begins with 13 to 17 and has a point in it. */
const EXACT = /^(?!1\.?[3-7][\d.]{9,10}$)(?:\d{1,2}|1[0-7]\d)\.\d{3,12}$/
const LONGEST_EXACT = 20
/** 2001:0db8:85a3::8a2e:0370:7334, 3C:84:6A:1F:90:2E. */
const OF_NET = /(?<![\da-z])(?:[\da-f]{0,4}:){4,7}[\da-f]{1,4}(?![\da-z])/giu
const LONGEST_OF_NET = 40
/** 20240315143207, 2024_03_15_143207, 2024-03-15-14-32-07: a day and the time on it, without words between. */
const STAMPS =
  /(?<!\d)20[0-4]\d([-_./]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])[-_T\s]?(?:[01]\d|2[0-3])[-_:.]?[0-5]\d(?:[-_:.]?[0-5]\d)?(?:[-_.]?\d{3})?(?!\d)/g
const LONGEST_STAMP = 24
/** What is said of goods behind their number. */
const GOODS_BEHIND =
  /^\s{0,2}(?:这?[款双件条箱批只台]{0,2}(?:断码|[断缺补到没无有]货|[缺断]色|[下上]架|停产|售罄|库存|脱胶|开胶|掉色|起球|清仓|预售)|(?:is |are )?(?:out of stock|in stock|sold out|restocked|discontinued))/iu
/** In one piece, and no card. */
const GOODS_NUMBER = /^\d{8,12}$/
const SOMEBODY_IN_FRONT =
  /(?:[我你您他她证卡账号人]|电话|手机|座机|固话|传真|登记|身份|联系|[qQ]{1,2}|微信|扣扣|v[xX]|[打找回叫留转退发]|(?<![a-z])(?:me|my|his|her|their|you|us|number|call|ring|text|reach|contact|phone|mobile|card|id|at|on))[^\d\n，。；;]{0,8}$/iu
const TOLD_BEHIND =
  /^[^\d\n]{0,16}(?:打|叫|通知|提醒|[说吱]一声|告诉|[回跟给][我你您他她]|联系|找[我她他]|(?<![a-z])(?:call|ring|text|tell|notify|let (?:me|us|him|her)|contact|message)(?![a-z]))/iu
const LONGEST_TELLING = 32
const [SHORTEST_SISTER, LONGEST_SISTER] = [8, 12]
const FARTHEST_SISTER = 60
const FIGURES_OF_ONE = /\d{8,12}/g
/** A key that was held down, or a long laugh. */
const ONE_LETTER = /^(\p{L})\1*$/iu

/** Its first words alone: "Veronika Decides to Die". */
const isOfTitle = (text: string, start: number, end: number): boolean =>
  /["“«]$/u.test(text.slice(0, start)) && /^ [^"”»\n]{2,40}["”»]/u.test(text.slice(end, end + LONGEST_TITLE))
const LONGEST_TITLE = 48

/** What the rules know to be of an order or of goods, a figure or a time, whatever the words around make likely. */
export function isNobodys(text: string, tag: Tagged['tag'], { start, end }: Piece): boolean {
  if (OWN_ID.test(text.slice(Math.max(0, start - LONGEST_ID), end + LONGEST_ID))) return true
  if (ONE_LETTER.test(text.slice(start, end))) return true
  if (OF_WORDS.includes(tag) && COUNTED.test(text.slice(start, end)) && !SIGN_SAID.test(text.slice(start, end)))
    return true
  if (tag === 'address') return isNobodysWay(text, start, end)
  if (tag === 'name')
    return (
      isOfGoods(text.slice(start, start + LONGEST_GOODS)) ||
      isOfTitle(text, start, end) ||
      OF_THINGS.test(text.slice(Math.max(0, start - LONGEST_NAME_CUE), start)) ||
      isTitle(text, { start: start + 1, end })
    )
  const folded = foldSigns(text)
  if (
    tag === 'chat' &&
    saysOrder(folded, start - (CARRIER.exec(folded.slice(0, start))?.[0].length ?? 0)) &&
    ONLY_DIGITS.test(foldSpokenDigits(folded.slice(start, end)))
  )
    return true
  if (!NUMBERS.includes(tag)) return false
  const words = folded.slice(start, end)
  return (
    isSaidOfThings(folded, start) ||
    recitedIn(folded).some((recited) => recited.start < end && recited.end > start) ||
    (!isOfSomebody(folded, start, end) &&
      (isSaidOfGoodsBehind(folded, start, end) ||
        isInStamp(folded, start, end) ||
        isCountedOff(digitsOf(folded.slice(start, end))) ||
        areYears(folded.slice(start, end)) ||
        isSisterOfThing(folded, start, end))) ||
    isCounted(folded, end) ||
    isTimeOrVersion(words) ||
    isAddressOfNet(folded, start, end) ||
    OF_SIZES.test(words) ||
    OF_A_SUM.test(words) ||
    isRowOfSteps(folded, start, end) ||
    (tag === 'plate' && isNoPlate(words)) ||
    isOfShelf(folded.slice(Math.max(0, start - LONGEST_CUE), start), foldSpokenDigits(words)) ||
    isOfDistrict(folded, start, words) ||
    PENCE.test(words) ||
    EXACT.test(figureAt(folded, start))
  )
}

/** As they are told in words as well. */
function digitsOf(words: string): string {
  const spoken = foldSpokenDigits(words)
  return (retell(spoken)?.text ?? spoken).replace(/\D/g, '')
}

function isAddressOfNet(folded: string, start: number, end: number): boolean {
  const from = Math.max(0, start - LONGEST_OF_NET)
  return [...folded.slice(from, end + LONGEST_OF_NET).matchAll(OF_NET)].some(
    ({ 0: address, index }) => from + index <= start && from + index + address.length >= end,
  )
}

/** 一九四九，一九七八. */
const areYears = (words: string): boolean => {
  const years = foldSpokenDigits(words).split(/[\s，,、]+/u)
  return years.length > 1 && years.every((year) => /^(?:19|20)\d{2}$/.test(year))
}

const isSaidOfThings = (folded: string, start: number): boolean =>
  [saysOrderOfRow, saysGoods, speaksOfFigures].some((says) => says(folded, start)) ||
  // In a row of groups that are said as well.
  saysOrderOfRow(foldSpokenDigits(folded), start)

/** A word for somebody's number in front, or that somebody is to be told behind: what stands beside it counts less. */
const isOfSomebody = (folded: string, start: number, end: number): boolean =>
  // The model may have taken a part of the figure alone.
  SOMEBODY_IN_FRONT.test(folded.slice(Math.max(0, start - LONGEST_CUE), start).replace(/\d+$/, '')) ||
  TOLD_BEHIND.test(folded.slice(end, end + LONGEST_TELLING))

const isSaidOfGoodsBehind = (folded: string, start: number, end: number): boolean =>
  GOODS_NUMBER.test(folded.slice(start, end)) && GOODS_BEHIND.test(folded.slice(end, end + LONGEST_CUE))

/** The time in a file's name or of a row of a log; no phone, card or paper begins with a day. */
function isInStamp(folded: string, start: number, end: number): boolean {
  const from = Math.max(0, start - LONGEST_STAMP)
  return [...folded.slice(from, end + LONGEST_STAMP).matchAll(STAMPS)].some(
    ({ 0: stamp, index }) => from + index <= start && from + index + stamp.length >= end,
  )
}

/** 商品 ID 683920174455 下架，改链接 683920174982: begins as another that is of goods or of an order, and is as long. */
function isSisterOfThing(folded: string, start: number, end: number): boolean {
  const own = wholeFigure(folded, start, end)
  if (own.length < SHORTEST_SISTER || own.length > LONGEST_SISTER) return false
  const head = own.slice(0, Math.ceil(own.length / 2))
  const from = Math.max(0, start - FARTHEST_SISTER)
  return [...folded.slice(from, end + FARTHEST_SISTER).matchAll(FIGURES_OF_ONE)].some(
    ({ 0: other, index }) =>
      other.length === own.length && other.startsWith(head) && other !== own && isSaidOfThings(folded, from + index),
  )
}

const wholeFigure = (folded: string, start: number, end: number): string =>
  (/\d*$/.exec(folded.slice(Math.max(0, start - LONGEST_EXACT), start))?.[0] ?? '') +
  (/^\d*/.exec(folded.slice(start, end + LONGEST_EXACT))?.[0] ?? '')

/** The whole row, of which the model may have taken a part for a number. */
const isRowOfSteps = (text: string, start: number, end: number): boolean =>
  hasSteps(text.slice(startOfRow(text, start), end).split(/[\s,，、/]+/))

/** 川A 粤B: towns, and no car of theirs. */
const isNoPlate = (words: string): boolean =>
  BEGINS_WITH_TOWN.test(words) && (foldSpokenDigits(words).match(/[A-Z\d]/gi)?.length ?? 0) < FEWEST_OF_PLATE

/** The digits and points that one of them stands among. */
const figureAt = (text: string, place: number): string =>
  (/[\d.]*$/.exec(text.slice(Math.max(0, place - LONGEST_EXACT), place))?.[0] ?? '') +
  (/^[\d.]*/.exec(text.slice(place, place + LONGEST_EXACT))?.[0] ?? '')
