import type { Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Danger, HeardLine } from '../../../../shared/domain/life-channel/danger.ts'

export type Hear = (lines: readonly HeardLine[]) => Danger | null

/** What was asked about already, by call: the words that decided it. Asked once, they are not asked again while somebody types on. */
const answered = new Map<Id, Set<string>>()

/** Nobody is asked about these words of this call again. */
export function answerWords(callId: Id, { words }: Pick<Evidence, 'words'>): void {
  const known = answered.get(callId) ?? new Set()
  for (const each of words) known.add(each)
  answered.set(callId, known)
}

export const forgetAnswers = (): void => answered.clear()

/** So many dangers of one call are passed over before it is taken to say nothing new. */
const MOST_LOOKS = 20

/** The gravest that the lines of a call say and nobody was asked about yet; null where there is none. */
export function newDangerIn(callId: Id, lines: readonly HeardLine[], hear: Hear, earVersion: string): Evidence | null {
  const known = answered.get(callId)
  let left = lines
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const danger = hear(left)
    if (danger === null) return null
    const words = danger.words.map(({ line, start, end }) => left[line]?.text.slice(start, end) ?? '')
    if (!words.every((each) => known?.has(each)))
      return {
        grade: danger.grade,
        kind: danger.kind,
        words: words.slice(0, 20).map((each) => each.slice(0, 1_000)),
        earVersion,
      }
    // What is known is left aside: another line may say something else.
    const knownLines = new Set(danger.words.map(({ line }) => line))
    left = left.filter((_, line) => !knownLines.has(line))
  }
  return null
}
