import type { HeardLine } from './danger.ts'
import type { Ear } from './ear.ts'
import { silenced } from './own-dangers.ts'
import { LONGEST_PASSAGE } from './passage.ts'
import { BORDER, type Token, tokensOf } from './tokens.ts'

/** What is looked at as one, by the texts it is made of. */
export interface Part {
  readonly key: string
  readonly tokens: readonly Token[]
  /** The line of each token. */
  readonly places: readonly number[]
}

export interface LineTokens {
  readonly line: number
  readonly isAgent: boolean
  /** One, unless the line is long. */
  readonly parts: readonly Part[]
}

/** A call's danger may be told over so many lines. */
const LINES_TOGETHER = 4
/** From here on a long line is cut where a clause ends. */
const LONG_ENOUGH = 60

export const linesTokens = (lines: readonly HeardLine[], ear: Ear): LineTokens[] =>
  lines.map(({ text, speaker }, line) => {
    const tokens = silenced(tokensOf(text, ear.foldings), ear)
    return { line, isAgent: speaker === 'agent', parts: partsOf(tokens, text, line) }
  })

function partsOf(tokens: readonly Token[], text: string, line: number): Part[] {
  const parts: Part[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at++) {
    const count = at - from
    const isOver = at === tokens.length || count === LONGEST_PASSAGE
    if (!isOver && !(count >= LONG_ENOUGH && tokens[at - 1]?.text === BORDER)) continue
    const part = tokens.slice(from, at)
    const key = text.slice(part[0]?.start, part.at(-1)?.end)
    parts.push({ key, tokens: part, places: part.map(() => line) })
    from = at
  }
  return parts
}

/** A line together with those before it, as far as they fit; nothing where it is the first, or fills a passage alone. */
export function withWhatWasBefore(
  read: readonly LineTokens[],
  at: number,
): (Part & { isFromBeginning: boolean }) | undefined {
  const own = read[at]?.parts[0]
  if (own === undefined) return undefined
  const parts = [own]
  let count = own.tokens.length
  let before = at - 1
  for (; before >= 0 && parts.length < LINES_TOGETHER; before--) {
    const part = read[before]?.parts.at(-1)
    if (part === undefined) continue
    count += part.tokens.length + 1
    if (count > LONGEST_PASSAGE) break
    parts.unshift(part)
  }
  return parts.length === 1 ? undefined : { ...joined(parts), isFromBeginning: before < 0 }
}

function joined(parts: readonly Part[]): Part {
  const border: Token = { text: BORDER, start: 0, end: 0 }
  const tokens = parts.flatMap((part, index) => (index === 0 ? part.tokens : [border, ...part.tokens]))
  const places = parts.flatMap((part, index) => (index === 0 ? part.places : [part.places[0] ?? 0, ...part.places]))
  return { key: parts.map(({ key }) => key).join('\n'), tokens, places }
}
