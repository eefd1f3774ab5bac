import { type HiddenWords, MAY_BE_HIDDEN, readHidden, respelled } from './hidden-letters.ts'
import { readSpelled, type Spelling } from './spelled.ts'

/** One sign of Chinese, one word of another writing, one number, or a border between clauses. */
export interface Token {
  /** Folded: narrow, lower case, simplified; `0` for a number in digits, `，` for a border. */
  readonly text: string
  /** In the text as it was given, UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** What to read instead, so that one list of words finds every writing. */
export interface Foldings {
  /** For a sign, a picture or a word: traditional signs, emoji. */
  readonly signs: ReadonlyMap<string, string>
  readonly spelling: Spelling
  readonly hidden: HiddenWords
}

export const NO_FOLDINGS: Foldings = { signs: new Map(), spelling: new Map(), hidden: new Map() }

export const BORDER = '，'
export const NUMBER = '0'

/** From the first that says something to the last that does; none where all are borders. */
export function withoutOuterBorders(tokens: readonly Token[]): readonly Token[] {
  const isSaid = ({ text }: Token) => text !== BORDER
  return tokens.slice(Math.max(0, tokens.findIndex(isSaid)), tokens.findLastIndex(isSaid) + 1)
}

/** Han, a number, a word, a border, a picture, in that order. A full stop on the line between two Chinese signs pulls a word apart more often than it ends a sentence: 自.杀. */
const PIECE =
  /(\p{Script=Han})|([\p{Nd}\p{No}]+(?:[.,:]\p{Nd}+)*)|((?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’`´](?:(?!\p{Script=Han})\p{L})+)*)|([,，。!！?？;；:：…\n]+|(?<!\p{Script=Han})\.+|\.+(?!\p{Script=Han}))|(\p{Extended_Pictographic})/gu

/**
 * The tokens of a text, in order. Spaces and signs are left out, so that a word is found however it is pulled apart: 自 杀, 自*杀. Time
 * grows with the text's length.
 */
export function tokensOf(text: string, foldings: Foldings): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const word of hiddenIn(text, foldings)) {
    addPieces(tokens, text, { from, to: word.start }, foldings)
    tokens.push(word)
    from = word.end
  }
  addPieces(tokens, text, { from, to: text.length }, foldings)
  return readSpelled(tokens, foldings.spelling)
}

function hiddenIn(text: string, { hidden, signs }: Foldings): Token[] {
  // In nearly all there is none, and asking for one costs less than asking for each.
  if (hidden.size === 0 || text.search(MAY_BE_HIDDEN) === -1) return []
  return [...text.matchAll(MAY_BE_HIDDEN)].flatMap(({ 0: written, index: start }) => {
    const read = signs.get(written.toLowerCase()) ?? readHidden(written, hidden)
    return read === null ? [] : { text: read, start, end: start + written.length }
  })
}

function addPieces(
  tokens: Token[],
  text: string,
  { from, to }: { from: number; to: number },
  foldings: Foldings,
): void {
  const part = text.slice(from, to)
  PIECE.lastIndex = 0
  // Not `matchAll`: it makes the expression anew for each text, and there are a hundred thousand as the ear is made.
  for (let match = PIECE.exec(part); match !== null; match = PIECE.exec(part)) {
    const read = readPiece(match, foldings)
    const start = from + match.index
    const isDoubled = read === BORDER && tokens.at(-1)?.text === BORDER
    if (read !== '' && !isDoubled) tokens.push({ text: read, start, end: start + match[0].length })
  }
}

/** Empty for a picture that says nothing. */
function readPiece([piece, han, number, word, border]: RegExpExecArray, { signs }: Foldings): string {
  if (border !== undefined) return BORDER
  if (number !== undefined) return NUMBER
  if (han !== undefined) return signs.get(piece) ?? piece
  if (word === undefined) return signs.get(piece) ?? ''
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/gu, '')
  return signs.get(plain) ?? respelled(plain) ?? plain
}
