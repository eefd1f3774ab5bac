import { findEntry, isCommand } from '../../../shared/contract/contract.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { type Heard, stillListening, takeOver } from '../../storage/hub/at-its-desk.ts'
import type { Clock } from '../parts.ts'
import { refuse } from '../refuse.ts'

type Answer = { readonly ok: boolean }
type Handler = (input: unknown, asker: Asker) => Answer | Promise<Answer>
type Loose = Readonly<Record<string, Readonly<Record<string, Handler>>>>

interface HubParts {
  readonly engine: Engine
  readonly clock: Pick<Clock, 'now'>
}

/** Begun at a desk, or nowhere. */
const AT_DESKS_ONLY = new Set(['sessions.start', 'sessions.openByReference'])

/**
 * What a hub answers of the services: nothing that is a desk's own; and what would change a session that is still with its desk is refused, who
 * may have changed it meanwhile. What others change in a session whose desk was sent away makes it the hub's for good, in the same transaction: should
 * that desk come back, it only adds to it.
 */
export function asHubAnswers(services: object, { engine, clock }: HubParts): Loose {
  const answered = Object.entries(services as Loose).map(([feature, handlers]) => {
    const own = Object.entries(handlers).flatMap(([name, handler]) => {
      const call = `${feature}.${name}`
      const where = findEntry(call)?.where
      if (where === undefined || where === 'desk' || AT_DESKS_ONLY.has(call)) return []
      return [
        [name, where === 'journal' && isCommand(call) ? unlessListening(handler, { engine, clock }) : handler] as const,
      ]
    })
    return [feature, Object.fromEntries(own)] as const
  })
  return Object.fromEntries(answered)
}

/** Comes after the door's look at who asks, and at what. */
function unlessListening(handler: Handler, { engine, clock }: HubParts): Handler {
  return async (input, asker) => {
    const found = await engine.read(() => stillListening(heardIn(input)))
    if (found !== null) return { ...refuse('still_listening'), detail: found }
    const answer = await handler(input, asker)
    if (answer.ok) await engine.transact(() => takeOver(heardIn(input), clock.now()))
    return answer
  }
}

/** The door has looked at the input: each entry of the journal that changes something names one of them. */
function heardIn(input: unknown): Heard {
  const { sessionId, callId, noteId } = input as { sessionId?: Id; callId?: Id; noteId?: Id }
  return { sessionId, callId, noteId }
}
