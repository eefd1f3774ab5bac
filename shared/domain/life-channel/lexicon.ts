import { type Foldings, type Token, tokensOf } from './tokens.ts'

/** Words by what they have in common: `means.pills` → 安眠药, 佐匹克隆, sleeping pills. A word may be in several. */
export type WordClasses = Readonly<Record<string, readonly string[]>>

interface Node {
  readonly next: Map<string, Node>
  classes: string[]
}

export type Lexicon = Node

/** A word of the list where it stands: tokens from `from` up to, and without, `to`. */
export interface WordHit {
  readonly from: number
  readonly to: number
  /** As in the list of classes; at least one. */
  readonly classes: readonly string[]
}

const SEPARATOR = '、'
const emptyNode = (): Node => ({ next: new Map(), classes: [] })

/** The words of a class stand in lines, with 、 between them. */
export const wordsOfLine = (line: string): string[] => line.split(SEPARATOR).map((word) => word.trim())

export function lexiconOf(classes: WordClasses, foldings: Foldings): Lexicon {
  const root = emptyNode()
  for (const [name, lines] of Object.entries(classes))
    for (const word of lines.flatMap(wordsOfLine)) addWord(root, tokensOf(word, foldings), name)
  return root
}

function addWord(root: Lexicon, tokens: readonly Token[], name: string): void {
  let node = root
  for (const { text } of tokens) {
    const next = node.next.get(text) ?? emptyNode()
    node.next.set(text, next)
    node = next
  }
  if (node !== root && !node.classes.includes(name)) node.classes.push(name)
}

/** The words in a text, the longest at each place, none across another. */
export function wordsIn(tokens: readonly Token[], lexicon: Lexicon): WordHit[] {
  const hits: WordHit[] = []
  for (
    let from = 0;
    from < tokens.length;
    from = hits.at(-1)?.from === from ? (hits.at(-1)?.to ?? from + 1) : from + 1
  ) {
    const hit = longestAt(tokens, from, lexicon)
    if (hit !== undefined) hits.push(hit)
  }
  return hits
}

function longestAt(tokens: readonly Token[], from: number, lexicon: Lexicon): WordHit | undefined {
  let node: Node | undefined = lexicon
  let longest: WordHit | undefined
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]?.text ?? '')
    if (node === undefined) break
    if (node.classes.length > 0) longest = { from, to: at + 1, classes: node.classes }
  }
  return longest
}
