import type { HeardLine } from '../life-channel/danger.ts'

/** A word of the trade in both languages, and what to say instead. */
export interface Term {
  /** Stays when the words change: counts are kept by it. */
  readonly id: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly plainZh: string
  readonly plainEn: string
}

export interface Dictionary {
  readonly terms: ReadonlyMap<string, Term>
  /** By their first character, the longest first; of two that are alike the one that was given first. */
  readonly words: ReadonlyMap<string, readonly Word[]>
}

interface Word {
  readonly word: string
  readonly termId: string
  readonly isLatin: boolean
}

export function makeDictionary(terms: readonly Term[]): Dictionary {
  const words = new Map<string, Word[]>()
  for (const { id, zh, en } of terms)
    for (const written of new Set([...zh, ...en])) {
      const word = written.toLowerCase()
      const first = word.charAt(0)
      const known = words.get(first) ?? []
      known.push({ word, termId: id, isLatin: /^[ -~]+$/.test(word) })
      words.set(first, known)
    }
  for (const same of words.values()) same.sort((one, other) => other.word.length - one.word.length)
  return { terms: new Map(terms.map((term) => [term.id, term])), words }
}

/** Where a word of the trade stands in a text. */
export interface Found {
  readonly termId: string
  readonly start: number
  readonly end: number
}

const LETTER = /[a-z\d]/

/** From left to right, the longest word at each place. Latin words stand by themselves; a Chinese one may stand anywhere. */
export function jargonIn(text: string, { words }: Dictionary): Found[] {
  const lower = text.toLowerCase()
  const found: Found[] = []
  for (let at = 0; at < lower.length; at += 1) {
    const word = words.get(lower.charAt(at))?.find((each) => standsAt(lower, at, each))
    if (word === undefined) continue
    found.push({ termId: word.termId, start: at, end: at + word.word.length })
    at += word.word.length - 1
  }
  return found
}

function standsAt(text: string, at: number, { word, isLatin }: Word): boolean {
  if (!text.startsWith(word, at)) return false
  if (!isLatin) return true
  if (LETTER.test(text.charAt(at - 1))) return false
  const after = at + word.length
  return !LETTER.test(text.charAt(after)) || (text.charAt(after) === 's' && !LETTER.test(text.charAt(after + 1)))
}

/** How often each word of the trade was heard, the oftenest first. */
export interface JargonCount {
  readonly termId: string
  readonly count: number
}

/**
 * What the agent said, as a listener's note tells it: behind «坐席：», «客服说», “agent said” up to where somebody else speaks. A note that quotes nobody is
 * the customer's words or the listener's own, and counts as nothing.
 */
const QUOTED =
  /(?:坐席|客服|话务员?|接线员|小姑娘|小伙子)(?:又|就|还|一直|只|直接|跟(?:他|她|客户|老人|大爷|阿姨)|对(?:他|她|客户)|告诉(?:他|她|客户|老人)?)*(?:说|讲|答|回|解释|道|念|问|提到|告诉|让|叫|[：:「“"])|(?:agent|rep|operator|adviser|advisor)(?:\s+(?:just|then|only|kept|also))?(?:\s+(?:said|says|told|explained|answered|replied|saying|asked|telling|used|quoted)|\s*[:：])/giu
const OTHER_SPEAKS =
  /(?:客户|顾客|老人家?|大爷|大妈|阿姨|老太太|用户|对方|(?:他|她))(?:又|就|还|马上|完全|根本)*(?:说|讲|答|问|听不懂|没听懂|不懂|回|不明白|[：:])|(?:customer|caller|(?:s?he))\s+(?:said|says|asked|answered|did not|didn't|doesn't)|\n/iu

function quotedOfAgent(text: string): string {
  const pieces: string[] = []
  let until = 0
  for (const { index, 0: opening } of text.matchAll(QUOTED)) {
    // What was begun before goes on.
    if (index < until) continue
    const from = index + opening.length
    const length = text.slice(from).search(OTHER_SPEAKS)
    until = length < 0 ? text.length : from + length
    pieces.push(text.slice(from, until))
  }
  return pieces.join('\n')
}

/** What of a line the agent said: a transcript names who speaks, and where it does not, nobody guesses. */
const saidByAgent = ({ text, speaker }: HeardLine): string =>
  speaker === 'agent' ? text : speaker === 'listener' ? quotedOfAgent(text) : ''

/**
 * Counts the words of the trade that the caller heard. What was said in the conversation and stands in a note as well was said once: of each word the greater
 * of both counts.
 */
export function countJargon(lines: readonly HeardLine[], dictionary: Dictionary): JargonCount[] {
  const spoken = new Map<string, number>()
  const noted = new Map<string, number>()
  for (const line of lines) {
    const counts = line.speaker === 'listener' ? noted : spoken
    for (const { termId } of jargonIn(saidByAgent(line), dictionary)) counts.set(termId, (counts.get(termId) ?? 0) + 1)
  }
  return [...new Set([...spoken.keys(), ...noted.keys()])]
    .map((termId) => ({ termId, count: Math.max(spoken.get(termId) ?? 0, noted.get(termId) ?? 0) }))
    .sort((one, other) => other.count - one.count || (one.termId < other.termId ? -1 : 1))
}
