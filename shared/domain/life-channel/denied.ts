import type { Ear } from './ear.ts'
import { allWordsIn, type WordClasses, type WordHit } from './lexicon.ts'
import { BORDER, type Token } from './tokens.ts'

/**
 * `denied` of `words.json`: what says «not», and what sounds like it and leaves it open (还没); what may stand between that and the act; acts that harm by
 * themselves, and those that do by what is taken; what tells that it was begun after all (没割深); where somebody goes on to say something else.
 */
type Part = 'not' | 'open' | 'between' | 'take' | 'harm' | 'undone' | 'restart'

export type WrittenDenials = Readonly<Record<Part, WordClasses[string]>>

type Words = Pick<Ear, 'denied' | 'phrases' | 'words'>

/** What is taken is named in so many tokens. */
const LONGEST = 14
const MEANS: ReadonlySet<string> = new Set(['means.pills', 'means.poison', 'pill', 'pois'])

/** Tokens without the acts that somebody says were not done: what is denied is no danger, and what stands around it is heard as ever. */
export function withoutDenied(tokens: readonly Token[], ear: Words): readonly Token[] {
  const hits = new Map(allWordsIn(tokens, ear.denied).map((hit) => [hit.from, hit]))
  if (![...hits.values()].some((hit) => isOf(hit, 'not'))) return tokens
  const denied = new Set<number>()
  for (let at = 0; at < tokens.length; ) {
    const said = hits.get(at)
    const isSaid = said !== undefined && (isOf(said, 'not') || isOf(said, 'open'))
    const next = isSaid ? said.to : at + 1
    at = isOf(said, 'not') ? endOfDenied(next, tokens, hits, ear) : next
    for (let each = next; each < at; each++) denied.add(each)
  }
  return denied.size === 0 ? tokens : tokens.map((token, at) => (denied.has(at) ? { ...token, text: BORDER } : token))
}

const isOf = (hit: WordHit | undefined, part: Part): boolean => hit?.entries.some(({ name }) => name === part) ?? false

/** Where the act ends that is denied there, with what is taken; where nothing is, it begins. */
function endOfDenied(begin: number, tokens: readonly Token[], hits: ReadonlyMap<number, WordHit>, ear: Words): number {
  let from = begin
  for (let hit = hits.get(from); hit !== undefined && isOf(hit, 'between'); hit = hits.get(from)) from = hit.to
  const act = hits.get(from)
  if (act === undefined || (!isOf(act, 'take') && !isOf(act, 'harm'))) return begin
  let to = act.to
  while (to < tokens.length && to - from < LONGEST && tokens[to]?.text !== BORDER && !isOf(hits.get(to), 'restart')) {
    if (isOf(hits.get(to), 'undone')) return begin
    to++
  }
  if (isOf(act, 'harm')) return act.to
  const object = tokens.slice(act.to, to)
  const taken = [...allWordsIn(object, ear.phrases), ...allWordsIn(object, ear.words)]
  return taken.some(({ entries }) => entries.some(({ name }) => MEANS.has(name))) ? to : begin
}
