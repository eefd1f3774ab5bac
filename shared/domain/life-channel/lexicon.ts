import { atOnce, type InPieces } from './in-pieces.ts'
import { type Foldings, type Token, tokensOf } from './tokens.ts'

/**
 * Words by what they have in common: `means.pills` → 安眠药, sleeping pills. Each line holds words with 、 between them; in a word `(a|b|)`
 * is one or the other or nothing. A word may be in several classes.
 */
export type WordClasses = Readonly<Record<string, readonly string[]>>

/** What of a word has been read so far. There are eighty thousand, and most have one thing of these: none keeps a place for the others. */
interface Node {
  next: Map<string, Node[]> | undefined
  /** Also here, without reading anything. */
  also: Node[] | undefined
  /** Words that end here. */
  ends: Entry[] | undefined
  /** Amid a piece, where nothing ends: pieces that begin alike go on from the same one. */
  readonly isAmid: boolean
}

/** A word as it stands in the list. */
export interface Entry {
  readonly name: string
  /** Which of all words of the list, from 0. */
  readonly index: number
}

export type Lexicon = Node

/** A word of the list where it stands: tokens from `from` up to, and without, `to`. */
export interface WordHit {
  readonly from: number
  readonly to: number
  /** Those that are as long: at least one, in the order of the list. */
  readonly entries: readonly Entry[]
}

const SEPARATOR = '、'
const GROUP = /\(([^()]*)\)/gu
const emptyNode = (isAmid = false): Node => ({ next: undefined, also: undefined, ends: undefined, isAmid })

export const lexiconOf = (classes: WordClasses, foldings: Foldings): Lexicon => atOnce(makingLexicon(classes, foldings))

/** Class by class. */
export function* makingLexicon(classes: WordClasses, foldings: Foldings): InPieces<Lexicon> {
  const root = emptyNode()
  let index = 0
  for (const [name, lines] of Object.entries(classes)) {
    for (const word of lines.flatMap((line) => line.split(SEPARATOR))) {
      const end = added(root, word, foldings)
      if (end !== root) end.ends = [{ name, index: index++ }]
    }
    yield
  }
  return withoutDetours(root)
}

/** What a word that begins with a group of its choice goes on with stands at the beginning too: nothing has to be followed from there. */
function withoutDetours(root: Node): Node {
  for (const node of reached([root]))
    if (node !== root) for (const [text, nodes] of node.next ?? []) for (const next of nodes) link(root, text, next)
  root.also = undefined
  return root
}

/** Lays a word's pieces and groups one behind the other; alternatives of a group end at one node, so that their number adds and never multiplies. */
function added(root: Node, word: string, foldings: Foldings): Node {
  const pieces = word.split(GROUP)
  let from = root
  for (const [at, piece] of pieces.entries()) {
    const alternatives = at % 2 === 1 ? piece.split('|') : [piece]
    if (alternatives.every((each) => each.trim() === '')) continue
    const to = emptyNode()
    for (const each of alternatives) addPath(from, to, tokensOf(each, foldings))
    from = to
  }
  return from
}

function addPath(from: Node, to: Node, tokens: readonly Token[]): void {
  const last = tokens.at(-1)
  if (last === undefined) {
    from.also ??= []
    from.also.push(to)
    return
  }
  let node = from
  for (const { text } of tokens.slice(0, -1)) node = amid(node, text)
  link(node, last.text, to)
}

/** The last alone is shared: so words are met in the order in which they would be if none were. */
function amid(from: Node, text: string): Node {
  const last = from.next?.get(text)?.at(-1)
  if (last?.isAmid === true) return last
  const next = emptyNode(true)
  link(from, text, next)
  return next
}

function link(from: Node, text: string, to: Node): void {
  from.next ??= new Map()
  const known = from.next.get(text)
  if (known === undefined) from.next.set(text, [to])
  else known.push(to)
}

/** The words in a text, the longest at each place, none across another. */
export function wordsIn(tokens: readonly Token[], lexicon: Lexicon): WordHit[] {
  const hits: WordHit[] = []
  let from = 0
  while (from < tokens.length) {
    const hit = longestAt(tokens, from, lexicon)
    if (hit !== undefined) hits.push(hit)
    from = hit?.to ?? from + 1
  }
  return hits
}

/** The same with words inside and across others too: 楼顶 has 楼 as well. */
export const allWordsIn = (tokens: readonly Token[], lexicon: Lexicon): WordHit[] =>
  tokens.flatMap((_, from) => longestAt(tokens, from, lexicon) ?? [])

function longestAt(tokens: readonly Token[], from: number, lexicon: Lexicon): WordHit | undefined {
  let nodes: readonly Node[] = [lexicon]
  let longest: WordHit | undefined
  for (let at = from; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    const next = nodes.flatMap((node) => node.next?.get(text) ?? [])
    if (next.length === 0) break
    nodes = reached(next)
    const entries = nodes.flatMap((node) => node.ends ?? [])
    if (entries.length > 0) longest = { from, to: at + 1, entries }
  }
  return longest
}

/** With what is reached without reading anything. */
function reached(nodes: readonly Node[]): readonly Node[] {
  if (nodes.every((node) => node.also === undefined)) return nodes
  const all = new Set(nodes)
  for (const node of all) for (const each of node.also ?? []) all.add(each)
  return [...all]
}
