import type { DangerGrade, DangerKind } from '../../contract/life-channel/danger.ts'
import { bareIn, isHalfSaid, mayGoOn } from './bare-lines.ts'
import type { Ear, ListeningParts } from './ear.ts'
import { type Everyday, everydayOf } from './everyday.ts'
import { featuresOf, type Seen } from './features.ts'
import { kindOf, plainIn } from './kinds.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
import { loudestIn } from './loudest.ts'
import { scoreOf, sharesOf } from './model.ts'
import { isOver } from './over.ts'
import type { TokenRun } from './token-runs.ts'
import { BORDER, NUMBER, type Token } from './tokens.ts'

/** As many tokens as are looked at as one: about what is said in one breath, or in a few short lines. */
export const LONGEST_PASSAGE = 100

/** Tokens that were looked at as one. */
export interface Passage {
  /** How much speaks for a cry. */
  readonly score: number
  /** The same while it is typed: some of what is said barely may go on, 我想死 with 你了. */
  readonly scoreTyped: number
  /** It is said barely, and nothing else is said. */
  readonly isBare: boolean
  /** Null where it says anything else. */
  readonly everyday: Everyday | null
  /** Null where it is not heard even faintly. */
  readonly cry: Cry | null
}

export interface Cry {
  readonly grade: DangerGrade
  readonly kind: DangerKind
  /** There is no doubt that it is as grave as can be, if it is a cry. */
  readonly isSurelyHigh: boolean
  /** It is neither surely of the gravest grade nor surely not. */
  readonly isBetween: boolean
  readonly tokens: readonly Token[]
  /** The words that decided it: tokens from, and up to without. */
  readonly loudest: readonly TokenRun[]
}

/** What is said plainly, with little else, is heard, and a little of what was said before does not take it away; an agent may say it again. */
const SURELY = 2.4
/** A grade that is not sure is the graver one. */
const HIGH_FROM = -0.4
const SURELY_HIGH_FROM = 3
const BETWEEN_UP_TO = 1
const LOW_FROM = 0
/** What is over, was rehearsed or happened by mistake, says so: so much more must speak for it. It is asked about all the same. */
const OVER = 2.5

export function seenIn(
  tokens: readonly Token[],
  parts: ListeningParts,
): { seen: Seen; phrases: WordHit[]; words: WordHit[]; senses: WordHit[] } {
  const [phrases, words] = [wordsIn(tokens, parts.phrases), allWordsIn(tokens, parts.words)]
  const senses = wordsIn(tokens, parts.senses)
  return { seen: featuresOf(tokens, { phrases, words, senses }), phrases, words, senses }
}

/** Where nothing else is said, it is of a danger as often as of everyday life, 我快不行了, 把狗送人了: worth a question and no more. */
const asked = ({ thresholds: { faint, lone } }: Ear): number => (faint + lone) / 2

const isMaybe = ({ entries }: WordHit): boolean => entries.every(({ name }) => name.startsWith('maybe.'))

/** Beside other words, 我好怕, that says less of everyday life: what was learned decides. */
const isAllThatIsSaid = (hits: readonly WordHit[], tokens: readonly Token[]): boolean =>
  hits.reduce((sum, { from, to }) => sum + signsOf(tokens.slice(from, to)), 0) === signsOf(tokens)

const signsOf = (tokens: readonly Token[]): number => tokens.filter(({ text }) => text !== BORDER).length

export function passageOf(tokens: readonly Token[], ear: Ear): Passage {
  const { seen, phrases, words, senses } = seenIn(tokens, ear)
  const typed = scoreOf(ear.cry, seen)
  const isCry = (behind: readonly Token[]) => passageOf(behind, ear).score > ear.thresholds.faint
  const isPast = typed > ear.thresholds.faint && isOver(tokens, ear, isCry)
  const learned = isPast ? Math.max(typed - OVER, Math.min(typed, asked(ear))) : typed
  const plain = plainIn(phrases, signsOf(tokens), ear.plain)
  const bare = bareIn(tokens, ear)
  const isMaybeAll = bare.length > 0 && bare.every(isMaybe)
  const isAsked = isMaybeAll && !plain.isSure && isAllThatIsSaid(bare, tokens)
  const isBare = bare.length > 0 && !isMaybeAll
  const sure = Math.max(learned, ear.thresholds.danger + SURELY)
  const score = isAsked
    ? asked(ear)
    : plain.isSure || isBare
      ? sure
      : isMaybeAll
        ? Math.max(learned, asked(ear))
        : learned
  const isWhole = plain.isSure || (isBare && !mayGoOn(tokens, bare, ear))
  const isToWait = isAsked || isHalfSaid(tokens, ear)
  const scoreTyped = isToWait ? Math.min(typed, ear.thresholds.faint) : isWhole ? sure : typed
  if (score <= ear.thresholds.faint) {
    const everyday = everydayOf(tokens, { learned: typed, phrases, senses })
    return { score, scoreTyped, isBare: false, everyday, cry: null }
  }
  const shares = () => ofDanger(sharesOf(ear.cry, seen, tokens.length), tokens, [...phrases, ...words])
  const [loudest = saying(tokens, loudestIn(shares()))] = [bare, plain.words].filter(({ length }) => length > 0)
  const kind = kindOf(
    [...bare, ...phrases, ...words].filter((hit) => !isNumber(tokens, hit)),
    ear.kinds,
  )
  return { score, scoreTyped, isBare, everyday: null, cry: { ...gradeOf(seen, bare, ear), kind, tokens, loudest } }
}

/** Every number reads alike: of the words that are but a number (110, 84) none says of what kind a danger is. */
const isNumber = (tokens: readonly Token[], { from, to }: WordHit): boolean =>
  tokens.slice(from, to).every(({ text }) => text === NUMBER)

/** Somebody, and the small words before what they do: at the end of what decided they begin something else, 炭我. */
const BEGINS_ANOTHER =
  /^(?:[，我俺你您他她它们的着就也都还在又是]|i|im|ive|a|an|the|to|and|is|was|my|he|she|its|you|your)$/u

/** What decided without what begins something else, where anything is left. */
function saying(tokens: readonly Token[], loudest: readonly TokenRun[]): readonly TokenRun[] {
  const shorter = loudest.flatMap(({ from, to }) => {
    const inside = tokens.slice(from, to)
    const first = inside.findIndex(({ text }) => text !== BORDER)
    const last = inside.findLastIndex(({ text }) => !BEGINS_ANOTHER.test(text))
    return last < first || first < 0 ? [] : [{ from: from + first, to: from + last + 1 }]
  })
  return shorter.length > 0 ? shorter : loudest
}

/** What callers speak of all day. The ear learned what stands beside it, so that it may speak loudly, and tells nobody why a card is there. */
const OF_THE_DAY: ReadonlySet<string> = new Set([
  ...(['shop.order', 'shop.ask', 'goods', 'thanks.plain', 'shop', 'prod', 'buy', 'service'] as const),
])
const isOfTheDay = ({ entries }: WordHit): boolean => entries.every(({ name }) => OF_THE_DAY.has(name))

/** Without numbers, and what orders and goods say, where anything else says something. */
function ofDanger(shares: ArrayLike<number>, tokens: readonly Token[], hits: readonly WordHit[]): ArrayLike<number> {
  const quieter = Array.from(shares, (share, at) => (tokens[at]?.text === NUMBER ? 0 : share))
  const others = hits.filter((hit) => !isOfTheDay(hit))
  const isOfOther = (at: number) => others.some(({ from, to }) => from <= at && at < to)
  for (const { from, to } of hits.filter(isOfTheDay))
    for (let at = from; at < to; at++) if (!isOfOther(at)) quieter[at] = 0
  return quieter.some((share) => share > 0) ? quieter : shares
}

/** What was done, or is about to be, is as grave as can be, however few words say it; and of a bare wish to die nobody knows what is planned. */
const GRAVEST: ReadonlySet<string> = new Set([
  ...(['bare.now', 'bare.deed', 'bare.took', 'bare.die'] as const),
  ...(['wait.deed', 'wait.took', 'wait.down', 'wait.gas', 'wait.kill', 'wait.ask', 'wait.threat'] as const),
])

function gradeOf(
  seen: Seen,
  bare: readonly WordHit[],
  { high, low }: Ear,
): Pick<Cry, 'grade' | 'isSurelyHigh' | 'isBetween'> {
  const height = scoreOf(high, seen)
  const isGravest = bare.some(({ entries }) => entries.some(({ name }) => GRAVEST.has(name)))
  const sure = { isSurelyHigh: height > SURELY_HIGH_FROM, isBetween: height > HIGH_FROM && height < BETWEEN_UP_TO }
  if (isGravest || height > HIGH_FROM) return { grade: 'high', ...sure }
  return { grade: scoreOf(low, seen) > LOW_FROM ? 'low' : 'medium', ...sure }
}
