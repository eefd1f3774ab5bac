import { DANGER_GRADES, type Danger, type HeardLine } from './danger.ts'
import type { Ear } from './ear.ts'
import { type WordHit, wordsIn } from './lexicon.ts'
import { patternsIn } from './patterns.ts'
import { BORDER, type Token, tokensOf } from './tokens.ts'

/**
 * Whether somebody on this call is in danger: the gravest that its lines so far say, with the words that decided it; null where nothing does.
 * Never throws, whatever the text.
 */
export function hearDanger(lines: readonly HeardLine[], ear: Ear): Danger | null {
  const heard = lines.flatMap(({ text }, line) => dangersIn(text, line, ear))
  const [gravest] = heard.sort((one, other) => DANGER_GRADES.indexOf(one.grade) - DANGER_GRADES.indexOf(other.grade))
  return gravest ?? null
}

function dangersIn(text: string, line: number, { foldings, lexicon, patterns, own }: Ear): Danger[] {
  const all = tokensOf(text, foldings)
  const ownHits = wordsIn(all, own.lexicon).map((hit) => ({ hit, word: own.words[Number(hit.classes[0])] }))
  const tokens = [...all]
  for (const { hit, word } of ownHits) if (word?.means === 'harmless') silence(tokens, hit)
  const dangers = ownHits.flatMap(({ hit, word }) =>
    word?.means === 'danger' ? [{ grade: word.grade, kind: word.kind, words: placesOf([hit], all, line) }] : [],
  )
  const hits = patternsIn(wordsIn(tokens, lexicon), patterns)
  return [
    ...dangers,
    ...hits.map(({ pattern: { grade, kind }, words }) => ({ grade, kind, words: placesOf(words, all, line) })),
  ]
}

/** Words that say nothing part what stands around them. */
function silence(tokens: Token[], { from, to }: WordHit): void {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token !== undefined) tokens[at] = { ...token, text: BORDER }
  }
}

const placesOf = (words: readonly WordHit[], tokens: readonly Token[], line: number): Danger['words'] =>
  words.flatMap(({ from, to }) => {
    const [first, last] = [tokens[from], tokens[to - 1]]
    return first === undefined || last === undefined ? [] : [{ line, start: first.start, end: last.end }]
  })
