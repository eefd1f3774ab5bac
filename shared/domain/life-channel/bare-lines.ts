import type { Ear } from './ear.ts'
import { allWordsIn, type WordHit, wordsIn } from './lexicon.ts'
import { BORDER, type Token } from './tokens.ts'

/** A line of a text that says barely what is a cry, where its words stand. */
export interface BareLine {
  readonly text: string
  readonly start: number
  readonly tokens: readonly Token[]
}

/** Of whom, when, or which of several: «客户：», «14:20», «3.». */
const BEFORE_WORDS =
  /^\s*(?:\[?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\]?|[(（]?\d{1,2}[.、)）])?\s*(?:(?:客户|顾客|来电人|来电者|用户|对方|caller|customer|cust)\s*[:：])?/iu

const beforeWords = (line: string): number => BEFORE_WORDS.exec(line)?.[0].length ?? 0

const said = (tokens: readonly Token[]): Token[] => tokens.filter(({ text }) => text !== BORDER)

/** What may stand beside it and says no danger by itself: 快叫救护车, I'm fourteen. */
const isBeside = ({ entries }: WordHit): boolean => entries.every(({ name }) => name === 'beside')

/** What is said barely, where it is all that is said, but for what may stand beside it. */
export function bareIn(tokens: readonly Token[], { bare }: Pick<Ear, 'bare'>): WordHit[] {
  const hits = wordsIn(tokens, bare)
  const signs = hits.reduce((sum, { from, to }) => sum + said(tokens.slice(from, to)).length, 0)
  return signs === said(tokens).length ? hits.filter((hit) => !isBeside(hit)) : []
}

/** With `now` in it nothing else is meant, whatever it ends in: 我现在就要跳下去. */
const isNow = ({ entries }: WordHit): boolean => entries.some(({ name }) => name === 'bare.now')

/** Behind another cry no everyday talk goes on from what was swallowed: 我不想活了，药都吃了. */
const isTaken = ({ entries }: WordHit): boolean => entries.some(({ name }) => name === 'bare.took')

/** Lists that begin much of what is said every day, 他在轨道上 with 装窗帘: they wait, whatever they end in. */
const isToWait = ({ entries }: WordHit): boolean => entries.some(({ name }) => /^(?:wait|maybe)\./u.test(name))

/** Whether everyday talk may go on from what is said barely: what is typed on may make it an idiom or an order. */
export function mayGoOn(tokens: readonly Token[], bare: readonly WordHit[], { goesOn }: Pick<Ear, 'goesOn'>): boolean {
  if (bare.some(isToWait)) return true
  if (bare.some(isNow) || (bare.length > 1 && bare.some(isTaken))) return false
  const all = said(tokens)
  const isEnd = ({ entries }: WordHit) => entries.some(({ name }) => name === 'end')
  return allWordsIn(all, goesOn).some((hit) => hit.to === all.length && (hit.from === 0 || isEnd(hit)))
}

/** Whether what was typed so far is the first half of something, 我数到三就跳 of 过广告: however loud it is, it waits for the next key or a rest. */
export function isHalfSaid(tokens: readonly Token[], { goesOn }: Pick<Ear, 'goesOn'>): boolean {
  const all = said(tokens)
  return allWordsIn(all, goesOn).some((hit) => hit.to === all.length && hit.entries.some(({ name }) => name === 'half'))
}

/** Texts are looked at again with each line and key; their tokens stay the same. */
const known = new WeakMap<readonly Token[], readonly BareLine[]>()

/** Lines of a text of several lines, or one behind a time or a number, that are a cry each by itself: whoever writes «我想死» on a line of its own means that, whatever stands on the others. */
export function bareLinesOf(text: string, tokens: readonly Token[], ear: Ear): readonly BareLine[] {
  if (!text.includes('\n') && beforeWords(text) === 0) return []
  const found = known.get(tokens) ?? findBareLines(text, tokens, ear)
  known.set(tokens, found)
  return found
}

function findBareLines(text: string, tokens: readonly Token[], ear: Ear): BareLine[] {
  const lines: BareLine[] = []
  let from = 0
  for (const written of text.split('\n')) {
    const begin = from + beforeWords(written)
    const end = from + written.length
    const inside = said(tokens).filter(({ start, end: to }) => start >= begin && to <= end)
    if (inside.length > 0) lines.push({ text: text.slice(begin, end), start: begin, tokens: inside })
    from = end + 1
  }
  return lines.filter(
    (line, at) =>
      bareIn(line.tokens, ear).length > 0 &&
      standsAlone(line.tokens, [lines[at - 1]?.tokens ?? [], lines[at + 1]?.tokens ?? []], ear),
  )
}

/**
 * Whether a line says what it says: no line beside it tells of a film or a song, which may be called so, and it is not a piece of what goes on in the next, as an idiom does: 我想死
 * with 你了, or began in the one before.
 */
export function standsAlone(
  tokens: readonly Token[],
  [before, next]: readonly [before: readonly Token[], next: readonly Token[]],
  { phrases, plain }: Ear,
): boolean {
  const first = said(before)
  const [begin, end] = [first.length, first.length + tokens.length]
  const others = new Set(plain.flatMap(({ unless }) => unless))
  const hits = allWordsIn([...first, ...tokens, ...said(next)], phrases)
  const isOther = ({ entries }: WordHit) => entries.some(({ name }) => others.has(name))
  const crosses = ({ from, to }: WordHit) => (from < begin && to > begin) || (from < end && to > end)
  return !hits.some((hit) => isToldOf(hit) || (crosses(hit) && isOther(hit)))
}

const isToldOf = ({ entries }: WordHit): boolean => entries.some(({ name }) => name === 'media')
