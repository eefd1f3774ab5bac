import { bareIn, bareLinesOf } from './bare-lines.ts'
import { clausesOf } from './clauses.ts'
import type { HeardLine } from './danger.ts'
import type { Ear } from './ear.ts'
import { NOTHING_SPEAKS_FOR_IT } from './everyday.ts'
import { DENIALS, takesBack, withoutHarmless } from './harmless-clauses.ts'
import { silenced } from './own-dangers.ts'
import { LONGEST_PASSAGE, passageOf } from './passage.ts'
import { tokensRemembered } from './remembered.ts'
import { withoutAsides, withoutFoundBy } from './says-nothing.ts'
import { sentencesOf } from './sentences.ts'
import { BORDER, type Token, tokensOf, withoutOuterBorders } from './tokens.ts'

/** A stretch of one line that is looked at as one. */
export interface Part {
  readonly line: number
  readonly text: string
  /** Where its text begins in the line. */
  readonly start: number
  readonly tokens: readonly Token[]
}

export interface LineTokens {
  readonly line: number
  readonly isAgent: boolean
  /** Told line by line, or typed at the seat: noted, or on the way to it. */
  readonly way: 'said' | 'noted' | 'typing'
  /** So many lines were said before it. */
  readonly saidBefore: number
  /** One, unless the line is long. */
  readonly parts: readonly Part[]
  /** Stretches that are a cry by themselves. */
  readonly bare: readonly Part[]
  /** What it says sentence by sentence, where there are several. */
  readonly sentences: readonly Part[]
}

/** Lines that are looked at as one. */
export interface Together {
  readonly parts: readonly Part[]
  readonly isFromBeginning: boolean
}

/** A call's danger may be told over so many lines. */
const LINES_TOGETHER = 4
/** From here on a long line is cut where a clause ends. */
const LONG_ENOUGH = 60

export function linesTokens(lines: readonly HeardLine[], ear: Ear): LineTokens[] {
  let said = 0
  return lines.map(({ text, speaker }, line) => {
    const tokens = tokensRemembered(ear, text, () => tokensHeard(text, ear))
    const way = wayOf(speaker)
    const saidBefore = said
    if (way === 'said') said++
    const bare = bareLinesOf(text, tokens, ear).map((each) => ({ line, ...each }))
    const sentences = sentencesOf(text, tokens, ear).map((each) => ({ line, ...each }))
    return { line, isAgent: speaker === 'agent', way, saidBefore, parts: partsOf(tokens, text, line), bare, sentences }
  })
}

/** What a line says of a danger, or against one: not by what somebody is found; nor who it is, a greeting and the like, where the rest speaks louder. */
function tokensHeard(text: string, ear: Ear): readonly Token[] {
  const all = silenced(tokensOf(text, ear.foldings), ear)
  const said = withoutDenials(withoutFoundBy(text, all) ?? all, ear)
  const bare = withoutAsides(text, said)
  return bare !== undefined && loudnessOf(bare, ear) > loudnessOf(said, ear) ? bare : said
}

/** What only denies is left out. Where the rest is a cry at all, or takes it back, what is louder counts: it may have been the denial that made it one. */
function withoutDenials(whole: readonly Token[], ear: Ear): readonly Token[] {
  const rest = withoutHarmless(whole, ear)
  if (rest.length === whole.length || rest.length === 0) return rest
  // 奶奶摔了，打了三次电话没人回: what is barely a cry as a whole is none without its half.
  if (bareIn(whole, ear).length > 0) return whole
  const loudness = loudnessOf(rest, ear)
  // 没人接电话，我妈心脏不好: that nobody answers is a complaint by itself, and half of a danger beside what is not of every day.
  const answered = withoutHarmless(whole, ear, DENIALS)
  const isHalf = answered.length > rest.length && loudness > NOTHING_SPEAKS_FOR_IT
  if (isHalf && loudnessOf(answered, ear) > Math.max(loudness, ear.thresholds.faint)) return answered
  const mayBeCry = loudness > ear.thresholds.faint || takesBack(whole, ear)
  return mayBeCry && loudnessOf(whole, ear) > loudness ? whole : rest
}

const loudnessOf = (tokens: readonly Token[], ear: Ear): number =>
  Math.max(...partsOf(tokens, '', 0).map((part) => passageOf(part.tokens, ear).score))

function wayOf(speaker: HeardLine['speaker']): LineTokens['way'] {
  if (speaker === 'typing') return 'typing'
  return speaker === 'listener' ? 'noted' : 'said'
}

function partsOf(tokens: readonly Token[], text: string, line: number): Part[] {
  if (tokens.length <= LONG_ENOUGH) return tokens.length === 0 ? [] : [{ line, text, start: 0, tokens }]
  const parts: Part[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at++) {
    const count = at - from
    const isOver = at === tokens.length || count === LONGEST_PASSAGE
    if (!isOver && !(count >= LONG_ENOUGH && tokens[at - 1]?.text === BORDER)) continue
    const part = tokens.slice(from, at)
    const start = part[0]?.start ?? 0
    parts.push({ line, text: text.slice(start, part.at(-1)?.end), start, tokens: part })
    from = at
  }
  return parts
}

/** A line in pieces: the clauses that are heard alone, and what is left before, between and behind them. None where nothing is left of it. */
export function piecesOf(line: Part, isHeard: (clause: Part) => boolean): Part[] {
  const pieces: (Part | undefined)[] = []
  let left = 0
  for (const { from, to } of clausesOf(line.tokens)) {
    const clause = pieceOf(line, from, to)
    if (clause === undefined || clause.tokens.length === line.tokens.length || !isHeard(clause)) continue
    pieces.push(pieceOf(line, left, from), clause)
    left = to
  }
  if (left > 0) pieces.push(pieceOf(line, left, line.tokens.length))
  return pieces.filter((each) => each !== undefined)
}

function pieceOf({ line, text, start: origin, tokens }: Part, from: number, to: number): Part | undefined {
  const inside = withoutOuterBorders(tokens.slice(from, to))
  const [start, end] = [inside[0]?.start, inside.at(-1)?.end]
  if (start === undefined || end === undefined) return undefined
  return { line, text: text.slice(start - origin, end - origin), start, tokens: inside }
}

/**
 * A line together with those before it, as far as they fit: of a conversation with what was said, of the seat with what was noted; without those that are
 * left out. Nothing where it is the first, is left out itself, or fills a passage alone.
 */
export function withWhatWasBefore(
  read: readonly LineTokens[],
  at: number,
  isLeftOut: (part: Part) => boolean,
): Together | undefined {
  const [line, own] = [read[at], read[at]?.parts[0]]
  if (line === undefined || own === undefined || isLeftOut(own)) return undefined
  const parts = [own]
  let leftOut = 0
  let count = own.tokens.length
  let before = at - 1
  for (; before >= 0 && parts.length + leftOut < LINES_TOGETHER; before--) {
    const other = read[before]
    const part = other?.parts.at(-1)
    if (part === undefined || (other?.way === 'said') !== (line.way === 'said')) continue
    if (isLeftOut(part)) {
      // What was said is soon over; a note stands.
      if (line.way === 'said') leftOut++
      continue
    }
    count += part.tokens.length + 1
    if (count > LONGEST_PASSAGE) break
    parts.unshift(part)
  }
  return parts.length === 1 ? undefined : { parts, isFromBeginning: before < 0 }
}

/** By these words, and where they begin, a passage is remembered. Lines are joined by what no line has: one with a line break in it is another passage, with its own places. */
export const keyOf = (parts: readonly Part[]): string =>
  parts.map(({ text, tokens }) => `${tokens[0]?.start ?? 0} ${text}`).join('\u0000')

const BETWEEN: Token = { text: BORDER, start: 0, end: 0 }

export const tokensTogether = (parts: readonly Part[]): Token[] =>
  parts.flatMap(({ tokens }, index) => (index === 0 ? tokens : [BETWEEN, ...tokens]))

/** The line of each token of these parts; a border between two belongs to the second. */
export const linesTogether = (parts: readonly Part[]): number[] =>
  parts.flatMap(({ line, tokens }, index) => Array<number>(tokens.length + (index === 0 ? 0 : 1)).fill(line))
