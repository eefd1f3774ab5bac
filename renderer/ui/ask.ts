import type { DoorRefusal } from '../../shared/contract/entry.ts'
import { isDoorRefusal } from '../lib/answers.ts'
import { failureOf } from '../lib/errors.ts'
import { taking } from '../lib/touched-fields.ts'
import { notifyFailure } from './notices.ts'

/**
 * Waits for an answer and shows what any call can run into: a lost connection, a refusal of the door, a surprise. Null then.
 * What comes back otherwise is the value or a refusal of the call itself, for the screen to put into words.
 */
export async function ask<A extends { ok: boolean; code?: string }>(
  asked: Promise<A>,
): Promise<Exclude<A, DoorRefusal> | null> {
  try {
    const answer = await taking(asked)
    if (isDoorRefusal(answer)) {
      notifyFailure(() => failureOf(answer))
      return null
    }
    return answer as Exclude<A, DoorRefusal>
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
    return null
  }
}

/** For calls whose refusals need no words of their own: shows whatever went wrong and says whether it was done. */
export async function done(asked: Promise<{ ok: boolean; code?: string }>): Promise<boolean> {
  const answer = await ask(asked)
  if (answer === null) return false
  if (!answer.ok) notifyFailure(() => failureOf(answer))
  return answer.ok
}
