import { passesLuhn } from './bank-card.ts'
import { begunNumber, hasBirthday } from './begun-number.ts'
import { CODE_CUE } from './code-words.ts'
import { saysCard, saysGoods, saysOrder, speaksOfFigures } from './cue.ts'
import { isCounted } from './figures.ts'
import { foldSpokenDigits } from './folding.ts'
import { isIdNumber } from './id-card.ts'
import { type Edit, type Retelling, retell } from './retelling.ts'
import { lastSpeaker, listenedIn, TRAILING, type Turn, turnsOf } from './turn.ts'

/**
 * A number that is cut by what somebody says while it is told, whatever that is: 一七六二一九⏎坐席：六位了您继续⏎客户：四零三八五. Its pieces are told by
 * one person, and only all of them together are a number of a length that is known: nothing else stands in the lines it goes on in.
 */
const PIECE = '\\d(?:[\\s,，、.—–-]{0,3}\\d)*'
const ENDS_IN_PIECE = new RegExp(`(${PIECE})$`, 'u')
const ONLY_PIECE = new RegExp(
  `^[\\s,，、.。…]{0,3}(${PIECE})(?<x>\\s?[xX叉])?(?:[\\s,，、.。!！…]|[了吧啊哈呀呢哦嗯的]|[s，,]?[一二两三四五六七八d][位个](?:数字?|号码?)?|就这[个些样]?|没了|完了|对|谢谢|好了)*$`,
  'u',
)
/** The last of them, with something said behind it. */
const LAST_PIECE = new RegExp(`^[\\s,，、.。…]{0,3}(${PIECE})(?<x>\\s?[xX叉])?(?![\\dA-Za-z])`, 'u')
/** How many digits that were: 幺七三，三个. */
const COUNTED_BEHIND = /[\s，,]{1,2}(?:[一二两三四五六七八]|\d)[位个](?:数字?|号码?)?[了啊吧哈]?[。.…]?$/u
/** It is the end of another number, or somebody's rank, or counted and paid. */
const OTHER_IN_FRONT =
  /(?:(?:尾号|尾数|[后末]四[位个]|工号|编号|区号|ending in|last four)[^\d\n]{0,6}|(?:共|买|花|付|退|欠|卖|订|拍)了?\s?)$/iu
/** What stands behind is said of it: 0138271 这个是工号. */
const OTHER_BEHIND = /^[^\d，,。]{0,6}(?:工号|单号|编号|尾号|型号|积分|编码)/u
const OF_CODE = new RegExp(`(?:${CODE_CUE})[^\\d\\n]{0,10}$`, 'iu')
const FARTHEST = 24
/** How many digits have been told, or are to come. */
const COUNTS =
  /(?:[前后末第最头这还差有才刚\s]{0,3}(?:[\d几]|1\d)(?:位|个(?:数字?|号码?)))|(?:first|last|next|that['’]?s|got|only|all)\s(?:the\s)?\d{1,2}|\d{1,2}\s(?:digits?|numbers?|more)|什么来着|[一1]个?[下遍]|[一1]?个个/giu
/** Another matter, or another number. */
const OTHER_MATTER =
  /[费价款账钱元块¥$€£折]|[尺鞋验条编]码|尾号|订单|单号|运单|快递|物流|型号|货|编号|[件色张台箱]|多重|什么|啥|[哪几]|另|别的|备用|座机|传真|身份证|卡号|银行|密码|地址|邮箱|微信|姓名|名字|第二|换[一个成]|退|买|price|order|track|cost|(?<![a-z])(?:how (?:many|much)|which|what|another|other|instead|refund|size|landline|card|e-?mail|address|name)(?![a-z])/iu
const [LONGEST_BESIDE, LONGEST_IN_LATIN] = [20, 48]
const [MOST_BETWEEN, MOST_TURNS] = [4, 12]
const FEWEST = 2
/** Nobody tells more of a number in one line. */
const LONGEST_LINE = 80
const MOBILE = /^(?:86)?1[3-9]\d{9}$/
const LANDLINE = /^0(?:10\d{8}|2\d{9}|[3-9]\d{9,10})$/
const HOTLINE = /^[48]00\d{7}$/
const CARD = /^(?:62|4|5)\d{14,17}$/
const OF_UNION_PAY = /^62(?:\d{14}|\d{17})$/
const CODE = /^(?:\d{4}|\d{6})$/
const [ID_LENGTH, MOST_DIGITS] = [18, 19]
const SHORTEST_BEGUN = 4

/** A number with the nought of a trunk call that is told in three pieces or more, each in a line of its own. */
export interface CutNumber {
  readonly start: number
  readonly end: number
  readonly digits: string
}
const TRUNK = /^0[2-9]\d{9}$/
const FEWEST_GAPS = 2

/** Where the pieces of such numbers are to be joined. `isTyped`: the last of them may be short of some digits still; `isTalk`: else nothing says so but that lines are said again. */
export function cutNumbers(
  turns: readonly Turn[],
  isTyped: boolean,
  isTalk: boolean,
): { edits: Edit[]; numbers: CutNumber[] } {
  const edits: Edit[] = []
  const numbers: CutNumber[] = []
  for (let first = 0; first < turns.length - 1; first++) {
    const found = cutAt(turns, first, isTyped, true) ?? (isTalk ? cutAt(turns, first, isTyped, false) : null)
    if (found === null) continue
    edits.push(...found.edits)
    if (found.edits.length >= FEWEST_GAPS && TRUNK.test(found.number.digits)) numbers.push(found.number)
    first = found.last - 1
  }
  return { edits, numbers }
}

interface Cut {
  readonly edits: Edit[]
  readonly last: number
  readonly number: CutNumber
}

/** `hearsAgain`: the same digits once more, and nobody's name in front, are said by who listens; then it must be a mobile. */
function cutAt(turns: readonly Turn[], first: number, isTyped: boolean, hearsAgain: boolean): Cut | null {
  const begin = turns[first]
  const words = begin === undefined ? '' : toldIn(begin.words)
  const from = Math.max(0, words.length - LONGEST_LINE)
  const { text: told, inTold } = plainly(words.slice(from))
  const piece = ENDS_IN_PIECE.exec(told)
  if (begin === undefined || piece === null) return null
  const front = told.slice(0, piece.index).slice(-FARTHEST)
  let digits = digitsOf(piece[0])
  if (digits.length < FEWEST || digits.length > MOST_DIGITS || isOfOther(front)) return null
  let [speaker, between, last, lastDigits] = [lastSpeaker(begin), 0, begin, digits]
  const edits: Edit[] = []
  const start = begin.start + from + inTold(piece.index, false)
  let found: Cut | null = null
  let isSaidAgain = false
  for (let next = first + 1; next < Math.min(turns.length, first + MOST_TURNS); next++) {
    const turn = turns[next]
    if (turn === undefined) break
    const goesOn = isOf(speaker, turn) ? pieceOf(turn) : null
    const isHeard = hearsAgain && turn.speaker === '' && goesOn?.digits === lastDigits
    isSaidAgain ||= isHeard
    if (goesOn === null || isHeard) {
      if (++between > MOST_BETWEEN || !isBeside(turn.words, digits)) break
      continue
    }
    digits += goesOn.digits
    edits.push({
      start: last.start + toldIn(last.words).length,
      end: turn.start + goesOn.from,
      told: ' ',
    })
    const begins = isTyped && next === turns.length - 1 && goesOn.isOnly && mayBegin(digits, front)
    if ((hearsAgain ? isSaidAgain && MOBILE.test(digits) : isWhole(digits, front)) || (begins && !hearsAgain))
      found = { edits: [...edits], last: next, number: { start, end: turn.start + goesOn.end, digits } }
    // A card may be longer than the shortest that its digits are.
    if (found !== null && !CARD.test(digits)) break
    if (!goesOn.isOnly || digits.length >= MOST_DIGITS) break
    if (speaker === '') speaker = turn.speaker
    ;[between, last, lastDigits] = [0, turn, goesOn.digits]
  }
  return found
}

/** Whether somebody else says something of a number that was told up to there, and nothing of their own. */
export function standsBetween(told: string, said: string): boolean {
  const [[before], [turn]] = [turnsOf(told.trimEnd()), turnsOf(said.trimEnd())]
  if (before === undefined || turn === undefined || turn.speaker === '') return false
  const piece = ENDS_IN_PIECE.exec(plain(before.words.slice(-LONGEST_LINE).replace(TRAILING, '')))
  return piece !== null && !['', turn.speaker].includes(lastSpeaker(before)) && isBeside(turn.words, digitsOf(piece[0]))
}

/** A line of words: no digit stands in it, or is said in Latin letters, and none of them stands alone. */
export const saysNoDigit = (line: string): boolean =>
  /[a-z]{2} [a-z]{2}/i.test(line) &&
  !/[\d@]|(?<![a-z])[b-hj-z](?![a-z])|(?<![a-z])(?:at|dot|underscore|dash)(?![a-z])/i.test(plain(line))

/** Without how many digits they were, and that it is to be continued. */
const toldIn = (words: string): string => words.replace(TRAILING, '').replace(COUNTED_BEHIND, '')

const isOf = (speaker: string, turn: Turn): boolean => speaker === '' || turn.speaker === '' || speaker === turn.speaker

const isOfOther = (front: string): boolean =>
  OTHER_IN_FRONT.test(front) ||
  saysOrder(front, front.length) ||
  saysGoods(front, front.length) ||
  speaksOfFigures(front, front.length)

/** The words of a line in which it goes on. */
function pieceOf({ words }: Turn): { digits: string; from: number; end: number; isOnly: boolean } | null {
  const from = listenedIn(words)
  const { text: told, inTold } = plainly(words.slice(from, from + LONGEST_LINE))
  const only = words.length > from + LONGEST_LINE ? null : ONLY_PIECE.exec(told)
  const found = only ?? LAST_PIECE.exec(told)
  if (found === null) return null
  const end = found.index + found[0].length
  const endOfPiece = found[0].indexOf(found[1] ?? '') + (found[1]?.length ?? 0)
  if (only === null && (isCounted(told, end) || OTHER_BEHIND.test(told.slice(end)))) return null
  return {
    digits: digitsOf(found[1] ?? '') + (found.groups?.x === undefined ? '' : 'X'),
    from,
    end: from + inTold(endOfPiece, true),
    isOnly: only !== null,
  }
}

/** Short, of no other matter, and without digits but for those that were told and how many they are. */
function isBeside(words: string, told: string): boolean {
  if (words.length > (/\p{Script=Han}/u.test(words) ? LONGEST_BESIDE : LONGEST_IN_LATIN)) return false
  const said = plain(words).replace(COUNTS, '')
  const again = digitsOf(said)
  return told.includes(again) && !OTHER_MATTER.test(said) && !said.includes('*')
}

function isWhole(digits: string, front: string): boolean {
  if (MOBILE.test(digits) || LANDLINE.test(digits) || HOTLINE.test(digits)) return true
  if (digits.length === ID_LENGTH && (isIdNumber(digits) || hasBirthday(digits.slice(0, -1)))) return true
  if (CARD.test(digits) && (passesLuhn(digits) || OF_UNION_PAY.test(digits) || saysCard(front, front.length)))
    return true
  return CODE.test(digits) && OF_CODE.test(front)
}

const mayBegin = (digits: string, front: string): boolean =>
  digits.length >= SHORTEST_BEGUN && (begunNumber(digits) !== null || OF_CODE.test(front))

const digitsOf = (words: string): string => words.replace(/\D/g, '')

const plain = (words: string): string => plainly(words).text

function plainly(words: string): Pick<Retelling, 'text' | 'inTold'> {
  const spoken = foldSpokenDigits(words)
  return retell(spoken) ?? { text: spoken, inTold: (place) => place }
}
