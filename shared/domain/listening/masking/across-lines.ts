import { APP_CUE, CHAT_CUE, NICKNAME_CUE } from './chat-name.ts'
import { CODE_CUE, PASSWORD_CUE } from './code-words.ts'
import { saysNoDigit } from './cut-number.ts'
import { DOCUMENT_CUE } from './documents.ts'
import { hostBehind } from './email.ts'
import { foldSigns, foldSpokenDigits } from './folding.ts'
import { findAcrossTurns, maskByRules, maskedByRules } from './mask-by-rules.ts'
import { starFor } from './mask-forms.ts'
import { PROVINCES } from './plate.ts'
import { AT_WORD } from './said-at.ts'
import type { PersonalDataKind, Span } from './span.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'
import { beginsWithSign, endsInSign, ledFrom, onlyHears, toldUpTo } from './turns.ts'

/** Only what has no words in it is cut like that; names and streets stand in one line. */
const CUT: readonly PersonalDataKind[] = [
  ...(['email', 'phone', 'landline', 'id_card', 'bank_card', 'code'] as const),
  ...(['passport', 'permit', 'plate', 'chat'] as const),
]
/** Of digits alone. */
const OF_DIGITS: readonly PersonalDataKind[] = ['phone', 'landline', 'id_card', 'bank_card']
/** What any mask leaves in front of a number, and of an address. */
const MAY_STAND: Partial<Record<PersonalDataKind, number>> = {
  ...{ landline: 0, code: 0, passport: 0, permit: 0 },
  ...{ email: 1, plate: 1, chat: 1 },
}
const OF_NUMBERS = 3
/** As much of what was said before belongs to a number that goes on. */
const LONGEST_TAIL = 60
const BEGINS_WITH_DIGIT =
  /^[\s\p{P}]{0,3}(?:[\p{Nd}零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]|尾号|[后末][三四五六][位个]|中(?:间|段)[四4]?[位个]?|(?:zero|one|two|three|four|five|six|seven|eight|nine|double|triple|oh)\b)/iu
/** What is told in letters as well. */
const TOLD_IN_LETTERS = new RegExp(
  `${CHAT_CUE}|${APP_CUE}|${NICKNAME_CUE}|${DOCUMENT_CUE}|${CODE_CUE}|${PASSWORD_CUE}|[码牌]|[${PROVINCES}]\\s?[a-z]`,
  'iu',
)
const SAID = SPOKEN_DIGITS.join('')
const ENDS_IN_STARS = /\*[\s\p{P}]*$/u
/** Of a number that had only begun. */
const ENDS_IN_CUT = new RegExp(`${starFor(true)}\\*+[\\s\\p{P}]*$`, 'u')
/** A digit, or a letter of a word for one. */
const SIGN = /[\p{N}\p{Script=Latin}]/u
/** The same of an address of mail, whose name may be Chinese. */
const OF_ADDRESS = /[\p{N}\p{L}]/u
/** The sign of an address, with a host or in front of one that is being typed; or a host, or the end of one. */
const SIGN_OF_ADDRESS = `\\s{0,2}(?:[@＠]|${AT_WORD})`
const GOES_ON_IN_HOST = new RegExp(
  `^(?:${SIGN_OF_ADDRESS}|\\s{0,2}(?:at\\s|[a-z\\d${SAID}-]{1,40}\\s?(?:[.。]|dot|点)|[.。点](?:com|cn|net|org)(?![a-z])))`,
  'iu',
)
const ENDS_IN_NAME = new RegExp(`[\\p{L}\\d._-](?:${SIGN_OF_ADDRESS}|\\s{1,2}at)?\\s{0,2}$`, 'iu')
const BEGUN_HOST = new RegExp(`^${SIGN_OF_ADDRESS}[\\s\\p{Cf}]{0,3}[a-z\\d${SAID}.点-]*$`, 'iu')

/** Who says a line of a call, as far as that is known; `voice` tells unknown ones apart. */
interface Said {
  readonly speaker: string
  readonly voice?: number
}

/**
 * Lines that were masked each by itself, without the numbers that begin in one and end in another: their first three digits stay. `said`: who says each, for
 * then more may be said between two pieces of a number.
 */
export const maskAcrossLines = (lines: readonly string[], said: readonly Said[] = []): string[] =>
  acrossLines(lines, said, spansOf, ofTurns)

/**
 * Lines as they were told, without the identity cards that begin in one and end in another, before each is masked by itself: of those a line hides all but three
 * digits, and the rest of it in the next would be no number.
 */
export const maskIdsAcrossLines = (lines: readonly string[], said: readonly Said[] = []): string[] =>
  acrossLines(
    lines,
    said,
    (text) => ofCutIds(text, spansOf(text)),
    (text) => ofCutIds(text, ofTurns(text)),
  )

/** A piece of one that is told in several, or all of one that a line cuts. */
const ofCutIds = (text: string, spans: readonly Span[]): Span[] =>
  spans.filter(
    (span, index) =>
      span.kind === 'id_card' &&
      (span.isRest === true || spans[index + 1]?.isRest === true || text.slice(span.start, span.end).includes('\n')),
  )

type Find = (text: string) => readonly Span[]

function acrossLines(lines: readonly string[], said: readonly Said[], find: Find, findSaid: Find): string[] {
  const masked = withoutCut(lines, find)
  const labels = lines.map((_, index) => labelOf(said[index]))
  if (labels.every((label) => label === '')) return masked
  const labelled = withoutCut(
    lines.map((line, index) => `${labels[index]}${line}`),
    findSaid,
  )
  return masked.map((line, index) => withBoth(line, labelled[index]?.slice(labels[index]?.length) ?? line))
}

/** What either of two readings of a line hides: both leave as many signs as there were. */
function withBoth(one: string, other: string): string {
  const isStar = (line: string, place: number): boolean => /[*※]/u.test(line.charAt(place))
  const places = Array.from({ length: one.length }, (_, place) => place)
  if (places.every((place) => isStar(other, place) || !isStar(one, place))) return other
  return places.map((place) => (isStar(one, place) ? one : other).charAt(place)).join('')
}

const LABELS: Readonly<Record<string, string>> = { agent: '坐席：', customer: '客户：', other: '客服：' }
const LETTERS = 26

/** In front of a line, as the rules read who says it; empty: nobody knows. */
export const labelOf = (said: Said | undefined): string =>
  said?.voice === undefined
    ? (LABELS[said?.speaker ?? ''] ?? '')
    : `用户${String.fromCharCode(65 + (said.voice % LETTERS))}：`

/** What lies in one turn was found by who masked it. */
const ofTurns = (text: string): readonly Span[] => findAcrossTurns(foldSigns(text))

function withoutCut(lines: readonly string[], find: Find): string[] {
  const starts: number[] = []
  const led: Led[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    const from = ledFrom(line)
    const [start, end] = [length, length + from]
    led.push({ start, end, isWords: saysNoDigit(line.slice(from)), endOfLine: length + line.length })
    length += line.length + 1
  }
  const masked = withStars(lines.join('\n'), starts, led, find)
  return lines.map((line, index) => masked.slice(starts[index], (starts[index] ?? 0) + line.length))
}

/** Said in front of what is told, or while somebody else tells: it belongs to no number. `isWords`: nor is the rest of its line any part of one. */
interface Led {
  readonly start: number
  readonly end: number
  readonly isWords: boolean
  readonly endOfLine: number
}

const spansOf = (text: string): readonly Span[] => maskByRules(text).spans

/** Each part was masked by itself: whatever is found now is so by what stands in another. The first star of a part is marked. */
function withStars(joined: string, parts: readonly number[], led: readonly Led[] = [], find = spansOf): string {
  const plain = foldSpokenDigits(foldSigns(joined))
  const units = joined.split('')
  const firsts = new Set(parts)
  const isSaidBeside = new Set(
    led.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  )
  let stands = 0
  for (const { kind, start, end, isRest, mask } of find(joined)) {
    if (!CUT.includes(kind)) continue
    if (!isRest) stands = mask.startsWith(starFor(true)) ? 0 : (MAY_STAND[kind] ?? OF_NUMBERS)
    let isFirst = true
    const lines = OF_DIGITS.includes(kind)
      ? led.filter((line) => line.isWords && line.start > start && line.endOfLine < end)
      : []
    for (let place = start; place < end; place++) {
      isFirst ||= firsts.has(place)
      if (isSaidBeside.has(place) || lines.some((line) => place >= line.start && place < line.endOfLine)) continue
      if (!(kind === 'email' ? OF_ADDRESS : SIGN).test(plain.charAt(place))) continue
      if (stands > 0) stands--
      else {
        units[place] = starFor(isFirst)
        isFirst = false
      }
    }
  }
  return units.join('')
}

/** Two texts as one, the second of which may go on with what the first ends with. */
export interface Joined {
  /** As much of the first as belongs to it, and what stands for all that was said between. */
  readonly front: string
  /** How much of the second only leads on. */
  readonly from: number
}

/** Null where nothing that was told in the one goes on in the other. */
export function joinedWith(before: string, text: string): Joined | null {
  const tail = before.slice(-LONGEST_TAIL)
  if (tail === '') return null
  const from = ledFrom(text)
  const words = text.slice(from)
  const isInLetters = beginsWithSign(words) && TOLD_IN_LETTERS.test(tail)
  if (!isInLetters && !BEGINS_WITH_DIGIT.test(words) && !goesOnInHost(before, text)) return null
  const told = tail.slice(0, toldUpTo(tail))
  return { front: `${told}${isInLetters && endsInSign(told) ? ' ' : '\n'}`, from }
}

/** A text behind another that was stored before it: without what goes on with a number begun there, or with an address of mail. */
export function maskBehind(before: string, text: string): string {
  const joined = joinedWith(before, text)
  if (joined === null) return text
  const { front, from } = joined
  const behind = text.slice(0, from) + withStars(front + text.slice(from), [front.length]).slice(front.length)
  return goesOnInHost(before, text) ? withoutHost(before.slice(-LONGEST_TAIL), behind) : behind
}

/** The same of a draft, whose host may only have begun. */
export function maskDraftBehind(before: string, text: string): string {
  const begun = goesOnInHost(before, text) ? BEGUN_HOST.exec(text)?.[0].length : undefined
  return begun === undefined ? maskBehind(before, text) : starred(text, 0, begun)
}

/**
 * What of a text that was stored goes on in the next: a number that had only begun and was hidden for what stands around it is told once more, or the
 * rest of it would be no number. Whole ones stay hidden.
 */
export const toldOf = (told: string, stored: string): string =>
  ENDS_IN_CUT.test(stored) ? told : ENDS_IN_STARS.test(stored) ? maskedByRules(told).text : stored

/** A text that was stored, with as much of what stood before it as belongs to a number that goes on in it, or behind it. */
export function goingOn(before: string, text: string): string {
  if (before === '') return text
  const tail = before.slice(-LONGEST_TAIL)
  if (onlyHears(tail, text)) return `${tail}\n${text}`
  const joined = joinedWith(before, text)
  const isBegun = joined !== null && SIGN.test(foldSpokenDigits(foldSigns(joined.front)))
  return isBegun ? joined.front + text.slice(joined.from) : text
}

/** A text between two others of its call: without what goes on with a number of the one, and without what begins a number of the other. */
export function maskBetween(before: string, text: string, after: string): string {
  const behind = maskBehind(before, text)
  const next = after.slice(0, LONGEST_TAIL)
  const joined = joinedWith(behind, next)
  if (joined === null) return behind
  const { front, from } = joined
  const told = withStars(front + next.slice(from), [0, front.length]).slice(0, front.length - 1)
  const tail = behind.slice(-LONGEST_TAIL)
  return behind.slice(0, -LONGEST_TAIL) + told + tail.slice(told.length)
}

const goesOnInHost = (before: string, text: string): boolean =>
  GOES_ON_IN_HOST.test(text) && ENDS_IN_NAME.test(before.slice(-LONGEST_TAIL))

/** The name in front of the sign is stored already: what is left to hide is where its owner has it. */
function withoutHost(tail: string, text: string): string {
  const joined = `${tail}\n${text}`
  const from = tail.length + 1
  const name = maskByRules(joined).spans.findLast(({ kind, end }) => kind === 'email' && end <= tail.length)
  const host = name === undefined ? null : hostBehind(foldSigns(joined), name.end)
  return host === null || host.end <= from ? text : starred(text, Math.max(0, host.start - from), host.end - from)
}

/** Its letters and figures, the first of them marked. */
function starred(text: string, start: number, end: number): string {
  let isFirst = true
  const star = (sign: string): string => {
    const stars = starFor(isFirst) + '*'.repeat(sign.length - 1)
    isFirst = false
    return stars
  }
  return text.slice(0, start) + text.slice(start, end).replace(/[\p{L}\p{N}]/gu, star) + text.slice(end)
}
