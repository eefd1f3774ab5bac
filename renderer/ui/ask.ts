import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Stale } from '../../shared/contract/versions.ts'
import { isDoorRefusal } from '../lib/answers.ts'
import { failureOf } from '../lib/errors.ts'
import { taking } from '../lib/touched-fields.ts'
import { notifyFailure } from './notices.ts'

/**
 * Waits for an answer and shows what any call can run into: a lost connection, a refusal of the door, a surprise. Null then.
 * What comes back otherwise is the value or a refusal of the call itself, for the screen to put into words.
 * A form that stays open over a change of somebody else takes that refusal itself, with `onStale`.
 */
export async function ask<A extends { ok: boolean; code?: string }>(
  asked: Promise<A>,
  onStale?: (stale: Stale) => void,
): Promise<Exclude<A, DoorRefusal> | null> {
  try {
    const answer = await taking(asked)
    if (isDoorRefusal(answer)) {
      if (answer.code === 'stale' && onStale !== undefined) onStale(answer.detail as Stale)
      else notifyFailure(() => failureOf(answer))
      return null
    }
    return answer as Exclude<A, DoorRefusal>
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
    return null
  }
}

/** Waits for what an act has to know first, a query say; null, and shown, when it cannot be had. */
export async function needed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
    return null
  }
}

/** For calls whose refusals need no words of their own: shows whatever went wrong and says whether it was done. */
export async function done<A extends { ok: boolean; code?: string }>(
  asked: Promise<A>,
  onStale?: (stale: Stale) => void,
): Promise<boolean> {
  const answer = await ask(asked, onStale)
  if (answer === null) return false
  if (!answer.ok) notifyFailure(() => failureOf(answer))
  return answer.ok
}
