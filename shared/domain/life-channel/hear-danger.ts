import { standsAlone } from './bare-lines.ts'
import { byGravity, type Danger, type HeardLine } from './danger.ts'
import type { Ear } from './ear.ts'
import { UNNAMED } from './kinds.ts'
import {
  keyOf,
  type LineTokens,
  linesTogether,
  linesTokens,
  type Part,
  piecesOf,
  type Together,
  tokensTogether,
  withWhatWasBefore,
} from './line-tokens.ts'
import { dangersOfOwnWords, withoutOwnHarmless } from './own-dangers.ts'
import { type Cry, type Passage, passageOf } from './passage.ts'
import { passageRemembered } from './remembered.ts'

/** An agent says what is asked of the caller, and what is repeated: so much more must speak for it. */
const OF_AN_AGENT = 2.5
/**
 * While a call has few lines, they are heard as one: what was said before may make a line harmless, yet most of what it says alone stays; and it
 * may make a line a cry, yet not all that lines add up to counts, since jokes are told over lines too.
 */
const ALONE = { louder: 0.65, quieter: 0.25 }
/** A sentence beside others is heard alone as well, and so much more must speak for it: of those beside it one may make it harmless. */
const OF_A_SENTENCE = 1.5
/**
 * What is surely of the gravest grade, where it stands alone, is asked for no more than this far into the beginning of a call: of ordinary lines that
 * sound like a cry hardly any sounds like the gravest.
 */
const BEGUN_FOR_THE_GRAVEST = 0.5
/**
 * Cries lie in two heaps, the gravest and those that are not, and ordinary talk that sounds like one lies between them, where a cry is as likely as none. So a
 * little less is asked of what is surely of the gravest, before a call has begun, and a little more of what lies between.
 */
const OF_THE_GRAVEST = 0.26
const OF_WHAT_IS_BETWEEN = 0.24
/** Later on, lines that belong to nothing come together: so much more must speak for a cry told over several, and so much against one told in a line. */
const TOGETHER_LATER = { more: 3, against: 4 }
/** From here on a conversation goes on. */
const LINES_OF_A_BEGINNING = 8

/**
 * In what danger somebody on this call is: all that its lines so far say, the gravest first, each with the words that decided it. Where all of it says
 * how somebody sounds and nothing else no card is opened: it is asked about quietly. Never throws, whatever the text. Lines that were looked at before
 * are remembered, so that one more line or key costs that line alone.
 */
export const hearDangers = (lines: readonly HeardLine[], ear: Ear): Danger[] => {
  const isStateAlone = lines.every(({ text }) => ear.saysStateAlone(text))
  if (isStateAlone) return dangersOver(() => Number.POSITIVE_INFINITY, lines, ear)
  return dangersOver((line, { cry }) => thresholdFor(line, ear) + doubtOf(line, cry), lines, ear)
}

/**
 * The same for what is worth a second look and no alarm: ten times as many ordinary lines are heard so, and most of the cries that are missed. What a
 * house calls harmless keeps a card away, and never this question: «这鱼不想活了» is said of fish, and its words by whoever means themselves.
 */
export const hearFaintly = (lines: readonly HeardLine[], ear: Ear): Danger[] =>
  dangersOver(() => ear.thresholds.faint, lines, withoutOwnHarmless(ear) ?? ear)

/** The gravest of them; null where there is none. */
export const hearDanger = (lines: readonly HeardLine[], ear: Ear): Danger | null => hearDangers(lines, ear)[0] ?? null

/** How much speaks for a cry at its loudest, as the lines are heard one by one: what the thresholds are set by. */
export function loudnessOf(lines: readonly HeardLine[], ear: Ear): number {
  const read = linesTokens(lines, ear)
  const scores = read.flatMap((line) => looksAt(line, read, ear).map(({ score }) => score))
  return Math.max(Number.NEGATIVE_INFINITY, ...scores)
}

/** How far a call has begun with this line: from 0 to 1. */
const begunBefore = ({ saidBefore }: LineTokens): number => Math.min(1, saidBefore / LINES_OF_A_BEGINNING)

/** With each line that is said another one could alarm for nothing, so more and more is asked until the call has begun; of an agent all the time. */
function thresholdFor(line: LineTokens, { thresholds: { danger, typing, lone } }: Ear): number {
  const { way, isAgent } = line
  if (isAgent) return danger
  if (way === 'said') return lone + (danger - lone) * begunBefore(line)
  return way === 'noted' ? lone : typing
}

/** How much more than the threshold is asked, by how grave it is. What is typed is half of something, and says little of that. */
function doubtOf(line: LineTokens, cry: Cry | null): number {
  if (cry === null || line.way === 'typing') return 0
  if (cry.isSurelyHigh) return OF_THE_GRAVEST * (begunBefore(line) - 1)
  return cry.isBetween ? OF_WHAT_IS_BETWEEN : 0
}

/** What a passage of a line must reach to be heard. */
type ThresholdOf = (line: LineTokens, passage: Passage) => number

function dangersOver(thresholdOf: ThresholdOf, lines: readonly HeardLine[], ear: Ear): Danger[] {
  const read = linesTokens(lines, ear)
  const dangers = [...dangersOfOwnWords(lines, ear), ...read.flatMap((line) => dangersIn(line, read, thresholdOf, ear))]
  return dangers.sort((one, other) => byGravity(one.grade, other.grade))
}

function dangersIn(line: LineTokens, read: readonly LineTokens[], thresholdOf: ThresholdOf, ear: Ear): Danger[] {
  const isLoud = (passage: Passage) => scoreAlone(line, passage) > thresholdOf(line, passage)
  const isHeard = ({ score, passage }: Look) => score > thresholdOf(line, passage)
  const heard = looksAt(line, read, ear).filter(isHeard)
  const alone = heard.length > 0 ? [] : [...gravestAlone(line, read, ear), ...sentencesAlone(line, ear)]
  const some = [...heard, ...alone.filter(isHeard)]
  return some.flatMap(({ passage, parts }) => dangersOf(passage, parts, isLoud, ear))
}

/** What is heard together, and what of it is heard alone: of lines the last; of a line its clauses, each with its «not», and what is left between those. */
function dangersOf(
  passage: Passage,
  parts: readonly Part[],
  isLoud: (passage: Passage) => boolean,
  ear: Ear,
): Danger[] {
  const [whole, own] = [dangerOf(passage, parts), parts.at(-1)]
  if (whole === null || own === undefined) return []
  const isHeard = (piece: Part) => isLoud(lookedAt([piece], ear))
  const isSentence = parts.length === 1
  const pieces = (isSentence ? piecesOf(own, isHeard) : [own]).filter(isHeard)
  const alone = pieces.flatMap((piece) => dangersOf(lookedAt([piece], ear), [piece], isLoud, ear))
  const words = isSentence ? wordsOfPieces(whole, pieces, ear) : wordsOfLines(whole, parts, isHeard)
  return withWhole({ ...whole, words }, alone, isSentence)
}

/** Where clauses are heard alone as what the sentence says, no other decided it: an address beside them makes nothing a cry. */
function wordsOfPieces({ words, kind }: Danger, pieces: readonly Part[], ear: Ear): Danger['words'] {
  const alone = pieces.map((piece) => dangerOf(lookedAt([piece], ear), [piece]))
  const ofPieces = alone.flatMap((each) => (each?.kind === kind ? each.words : []))
  return ofPieces.length > 0 ? ofPieces : words
}

/** Of lines that are heard together, those that are heard alone decided it, and the last, which made them one. */
function wordsOfLines({ words }: Danger, parts: readonly Part[], isHeard: (line: Part) => boolean): Danger['words'] {
  const before = parts.slice(0, -1).filter(isHeard)
  const lines = new Set([...before, ...parts.slice(-1)].map(({ line }) => line))
  const some = words.filter(({ line }) => lines.has(line))
  return before.length > 0 && some.length > 0 ? some : words
}

/**
 * None is graver by standing alone. The kind of the whole comes first, and as the whole where nothing alone says as much. In a sentence what does not say
 * of what kind it is belongs to that, and less of the same kind is nothing more.
 */
function withWhole(whole: Danger, alone: readonly Danger[], isSentence: boolean): Danger[] {
  const all = alone.map((each) => (byGravity(each.grade, whole.grade) < 0 ? { ...each, grade: whole.grade } : each))
  const isAsMuch = ({ kind, grade }: Danger) => kind === whole.kind && grade === whole.grade
  const isOther = ({ kind }: Danger) => kind !== whole.kind
  const told = all.map((each) => (isSentence && each.kind === UNNAMED ? { ...each, kind: whole.kind } : each))
  const ofWhole = told.filter((each) => !isOther(each) && (!isSentence || isAsMuch(each)))
  return [...(all.some(isAsMuch) ? [] : [whole]), ...ofWhole, ...told.filter(isOther)]
}

interface Look {
  /** With what the call said before, and by who says it. */
  readonly score: number
  /** What speaks louder: alone, or together with what was before. */
  readonly passage: Passage
  readonly parts: readonly Part[]
}

const lessOf = ({ isAgent }: LineTokens): number => (isAgent ? OF_AN_AGENT : 0)

const scoreOf = ({ way }: LineTokens, { score, scoreTyped }: Passage): number => (way === 'typing' ? scoreTyped : score)

const scoreAlone = (line: LineTokens, passage: Passage): number => scoreOf(line, passage) - lessOf(line)

function looksAt(line: LineTokens, read: readonly LineTokens[], ear: Ear): Look[] {
  const less = lessOf(line)
  const looks = line.parts.map((part, index): Look => {
    const alone = lookedAt([part], ear)
    const before = index === 0 ? togetherWith(line, read, ear) : undefined
    if (before === undefined) return { score: scoreAlone(line, alone), passage: alone, parts: [part] }
    const together = lookedAt(before.parts, ear)
    if (line.way === 'said' && alone.isBare && isByItself(before, ear))
      return { score: alone.score - less, passage: alone, parts: [part] }
    const [own, all] = [scoreOf(line, alone), scoreOf(line, together)]
    const score = scoreInCall(own, all, before.isFromBeginning) - less
    if (all > own) return { score, passage: together, parts: before.parts }
    return { score, passage: alone, parts: [part] }
  })
  return [...looks, ...line.bare.map((part) => lookAlone(line, part, ear))]
}

/**
 * What is said every day stands beside a cry or an idiom and makes neither more nor less of it: so many lines more, each of them ordinary, were heard as half a cry. In a
 * conversation that is sure of what speaks of orders and goods, in its beginning: later on much has to be said together anyway.
 */
function togetherWith(line: LineTokens, read: readonly LineTokens[], ear: Ear): Together | undefined {
  const isSaid = line.way === 'said'
  if (isSaid && line.saidBefore >= LINES_OF_A_BEGINNING) return withWhatWasBefore(read, line.line, () => false)
  return withWhatWasBefore(read, line.line, (part) => {
    const { everyday } = lookedAt([part], ear)
    return isSaid ? everyday === 'trade' : everyday !== null
  })
}

/** The line alone, where it is surely of the gravest grade and belongs to nothing that was said before. */
function gravestAlone(line: LineTokens, read: readonly LineTokens[], ear: Ear): Look[] {
  const less = (ear.thresholds.danger - ear.thresholds.lone) * (begunBefore(line) - BEGUN_FOR_THE_GRAVEST)
  if (line.way !== 'said' || line.isAgent || less <= 0) return []
  const looks = line.parts
    .map((part) => lookAlone(line, part, ear))
    .filter(({ passage }) => passage.cry?.isSurelyHigh === true)
  const before = looks.length > 0 ? togetherWith(line, read, ear) : undefined
  if (before !== undefined && !isByItself(before, ear)) return []
  return looks.map((look) => ({ ...look, score: look.score + less }))
}

const sentencesAlone = (line: LineTokens, ear: Ear): Look[] =>
  line.sentences.map((part) => {
    const look = lookAlone(line, part, ear)
    return { ...look, score: look.score - OF_A_SENTENCE }
  })

function lookAlone(line: LineTokens, part: Part, ear: Ear): Look {
  const passage = lookedAt([part], ear)
  return { score: scoreAlone(line, passage), passage, parts: [part] }
}

/** Said and nothing else, late in a call as well: it is no piece of the line before. */
function isByItself({ parts }: Together, ear: Ear): boolean {
  const [before, own] = parts.slice(-2)
  return before !== undefined && own !== undefined && standsAlone(own.tokens, [before.tokens, []], ear)
}

const lookedAt = (parts: readonly Part[], ear: Ear): Passage =>
  passageRemembered(ear, keyOf(parts), () => passageOf(tokensTogether(parts), ear))

function scoreInCall(alone: number, together: number, isFromBeginning: boolean): number {
  if (isFromBeginning) return together + (alone > together ? ALONE.louder : ALONE.quieter) * (alone - together)
  return Math.max(Math.min(alone, together + TOGETHER_LATER.against), together - TOGETHER_LATER.more)
}

function dangerOf({ cry }: Passage, parts: readonly Part[]): Danger | null {
  if (cry === null) return null
  const lineOfToken = linesTogether(parts)
  const words = cry.loudest.flatMap(({ from, to }) => placesOf(cry, lineOfToken, from, to))
  return { grade: cry.grade, kind: cry.kind, words, ...(parts.length > 1 ? { isOverLines: true } : {}) }
}

/** Words that go on in the next line are two. */
function placesOf({ tokens }: Cry, lineOfToken: readonly number[], from: number, to: number): Danger['words'] {
  const places: { line: number; start: number; end: number }[] = []
  for (let at = from; at < to; at++) {
    const [token, line, last] = [tokens[at], lineOfToken[at], places.at(-1)]
    if (token === undefined || line === undefined || token.end <= token.start) continue
    if (last?.line === line) last.end = token.end
    else places.push({ line, start: token.start, end: token.end })
  }
  return places
}
