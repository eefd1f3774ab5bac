import { type CutNumber, cutNumbers, standsBetween } from './cut-number.ts'
import { FILLING } from './digit-segments.ts'
import type { Between } from './mask-in-pieces.ts'
import { isIn } from './may-match.ts'
import { type Edit, type Retelling, retelling } from './retelling.ts'
import { foldTraditional } from './traditional.ts'
import {
  frontIn,
  GOES_ON,
  LISTENED,
  lastSpeaker,
  listenedIn,
  NUMBERED,
  ROLE,
  saysAgain,
  TO_BE_CONTINUED,
  TRAILING,
  type Turn,
  turnsOf,
} from './turn.ts'

const BESIDE =
  /^(?:(?![买退换卖钱价元块色款件个台]|尺码|数量|多少|几|尾号|订单|单号|另外|备用)[^\p{N}A-Za-z零〇一二两三四五六七八九幺洞拐勾*]){1,9}$/u
/** A digit, a letter, or the word for a sign of an address or a name. */
const SIGN = '[\\p{N}A-Za-z零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]'
const ENDS_IN_SIGN = new RegExp(`(?:${SIGN}|下划线|下横线|[中横]杠|减号|艾特|[@＠])${TO_BE_CONTINUED}`, 'iu')
const BEGINS_WITH_SIGN = new RegExp(
  `^${FILLING}{0,8}(?:${SIGN}|下划线|[中横小]{0,2}杠|减号|点|艾特|at\\s|[@＠]|双|尾号|[三两]个)`,
  'iu',
)
/** The way of a house whose number is told in a line of its own: 文三路⏎坐席：嗯⏎客户：478号. */
const ENDS_IN_WAY = new RegExp(
  `(?:\\p{Script=Han}[路街巷弄村镇苑]|大道|胡同|小区|花园|[\\p{N}一二三四五六七八九十][号栋幢座楼])${TO_BE_CONTINUED}`,
  'u',
)
const BEGINS_WITH_HOUSE = new RegExp(
  `^${SIGN}{1,6}\\s?(?:号(?=${SIGN}|[院楼门]|\\p{Script=Han}{2,6}(?:大厦|广场|公寓|小区|花园|大楼|中心|宿舍|[苑园栋座]))|[弄栋幢座]${SIGN}|单元|室(?!\\s?[\\d一二两]\\s?厅)|[-－—]\\d)`,
  'iu',
)
const MAY_HOLD = new RegExp(
  `\\n[^\\n]{0,12}[:：]|\\n${ROLE}\\s|\\n\\s?(?:${GOES_ON}|${NUMBERED})|\\n(?:${LISTENED})`,
  'iu',
)
/** Whoever listens says a line once more, and nobody's name stands in front: 一三五⏎一三五. */
const SAID_AGAIN = /(?:^|\n)([^\n]{2,10})\n\1/u
/** Words that say what a number is stand no farther from it. */
const FARTHEST = 120
/** Nobody tells a number in more turns, or rests for more of them. */
const MOST_BETWEEN = 4
const [LONGEST_END, LONGEST_LED] = [20, 60]

/** A part of a text in which something is told over several turns: from where on it stands there, and as it is told. */
export interface Passage {
  readonly start: number
  readonly told: Retelling
  /** What stands between what is told, as places of the whole text. */
  readonly between: readonly Between[]
  /** What is a number for certain only as its pieces are told, as places of the whole text. */
  readonly numbers: readonly CutNumber[]
}

/**
 * What of a talk is told over several turns, each with a blank where others only listened or said again what they had heard: 幺三九⏎坐席：嗯⏎客户：零零八四. With
 * as many lines around it as may say what it is, and no more: what else stands there is looked through already. `folded`: places of it. Takes time in
 * proportion to the text's length. `isTyped`: its end is being typed, and a number that has begun is hidden as the whole one will be.
 */
export function joinTurns(folded: string, isTyped = false): Passage[] {
  const isTalk = isIn(folded, MAY_HOLD)
  if (!isTalk && !isIn(folded, SAID_AGAIN)) return []
  const turns = turnsOf(folded)
  const edits: Edit[] = []
  let open: Turn | null = null
  let [isApart, between] = [false, 0]
  for (const turn of isTalk ? turns : []) {
    const listened = listenedIn(turn.words)
    const isHeard =
      open !== null && (listened === turn.words.length || saysAgain(open.words, turn.words) || isSaidBeside(open, turn))
    if (open !== null && isHeard && between < MOST_BETWEEN) {
      isApart = true
      between++
      continue
    }
    const words = turn.words.slice(listened)
    if (open !== null && (isApart || turn.isLed) && goesOnWith(open, words)) {
      const end = open.start + open.words.replace(TRAILING, '').length
      edits.push({ start: end, end: turn.start + listened, told: ' ' })
    }
    open = endsInSign(turn.words) || endsInWay(turn.words) ? turn : null
    ;[isApart, between] = [false, 0]
  }
  const cut = cutNumbers(turns, isTyped, isTalk)
  return passagesOf(folded, withCut(edits, cut.edits), cut.numbers)
}

const endsInWay = (words: string): boolean => ENDS_IN_WAY.test(words.slice(-LONGEST_END))

const goesOnWith = (open: Turn, words: string): boolean =>
  endsInSign(open.words) ? BEGINS_WITH_SIGN.test(words) : BEGINS_WITH_HOUSE.test(words)

/** What a whole number is told in counts more than what is taken for a part of one. */
function withCut(edits: readonly Edit[], cut: readonly Edit[]): readonly Edit[] {
  if (cut.length === 0) return edits
  const apart = edits.filter((edit) => !cut.some(({ start, end }) => edit.start < end && edit.end > start))
  return [...apart, ...cut].sort((a, b) => a.start - b.start)
}

/** Whole lines, those that reach into each other as one. */
function passagesOf(folded: string, edits: readonly Edit[], numbers: readonly CutNumber[]): Passage[] {
  const parts: { start: number; end: number; edits: Edit[] }[] = []
  for (const edit of edits) {
    const start = folded.lastIndexOf('\n', Math.max(0, edit.start - FARTHEST)) + 1
    const behind = folded.indexOf('\n', edit.end + FARTHEST)
    const end = behind === -1 ? folded.length : behind
    const last = parts.at(-1)
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else parts.push({ start, end, edits: [edit] })
  }
  return parts.flatMap((part) => {
    const shifted = part.edits.map((edit) => ({ ...edit, start: edit.start - part.start, end: edit.end - part.start }))
    const told = retelling(folded.slice(part.start, part.end), shifted)
    const inside = numbers.filter(({ start, end }) => start >= part.start && end <= part.end)
    return told === null ? [] : [{ start: part.start, told, between: part.edits, numbers: inside }]
  })
}

/** How much of a text, from its beginning, only leads on to what is told in it: who says it, that it goes on, what is said by who listens. */
export function ledFrom(text: string): number {
  const said = foldTraditional(text.slice(0, LONGEST_LED))
  let from = 0
  for (;;) {
    const front = frontIn(said.slice(from))
    const led = front + listenedIn(said.slice(from + front))
    if (led === 0) return from
    from += led
  }
}

/** How much of it is told: behind that others only listen, or say it once more, or it is to be continued. */
export function toldUpTo(said: string): number {
  let end = said.length
  for (let between = 0; between < MOST_BETWEEN; between++) {
    const start = said.lastIndexOf('\n', end - 1) + 1
    if (start === 0 || !onlyHears(said.slice(said.lastIndexOf('\n', start - 2) + 1, start), said.slice(start, end)))
      break
    end = start - 1
  }
  return said.slice(0, end).replace(TRAILING, '').length
}

/** Whether somebody only listens to what was told, or says it once more, or speaks of its being told. */
export const onlyHears = (told: string, said: string): boolean =>
  ledFrom(said) === said.length || saysAgain(told, said) || standsBetween(told, said)

export const beginsWithSign = (words: string): boolean => BEGINS_WITH_SIGN.test(words)

export const endsInSign = (words: string): boolean => ENDS_IN_SIGN.test(words.slice(-LONGEST_END))

/** Short, without a sign that may be told, by somebody else than tells: 坐席：嗯区号. No question of its own. */
const isSaidBeside = (told: Turn, turn: Turn): boolean =>
  turn.speaker !== '' && BESIDE.test(turn.words) && ![turn.speaker, ''].includes(lastSpeaker(told))
