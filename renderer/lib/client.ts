import type { Client } from '../../shared/contract/contract.ts'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { remembering } from './answer-times.ts'
import { ConnectionLost } from './answers.ts'
import { transportOfPage } from './choose-transport.ts'

/** Builds the typed client over any way to carry a call: `client.bookings.reserve(input)` becomes `bookings.reserve`. */
export function createClient(carry: (call: string, input: unknown) => Promise<unknown>): Client {
  const features = new Map<string, object>()
  const featureOf = (feature: string) => {
    const known = features.get(feature)
    if (known !== undefined) return known
    const calls = new Proxy(Object.freeze({}), {
      get: (_, call) => (typeof call === 'string' ? (input: unknown) => carry(`${feature}.${call}`, input) : undefined),
    })
    features.set(feature, calls)
    return calls
  }
  // The door checks every name and input, so the types are the only thing promised here.
  return new Proxy(Object.freeze({}), {
    get: (_, feature) => (typeof feature === 'string' ? featureOf(feature) : undefined),
  }) as Client
}

/**
 * What a rejection means to whoever asked. Only a lost connection is one: it says that nobody knows what was done. A bug on the way is told as
 * that; what can be read out is which call and the kind of error, never its words, which may be a customer's.
 */
function refusalFor(problem: unknown, call: string): DoorRefusal {
  if (problem instanceof ConnectionLost) return { ok: false, code: 'connection_lost', detail: {} }
  const kind = problem instanceof Error ? problem.name : typeof problem
  return { ok: false, code: 'unexpected', detail: { reference: `${call} ${kind}` } }
}

/**
 * The console, typed by the contract. Refusals come back as data, a lost connection and a surprise too: no call ever rejects, so whoever does not
 * wait for an answer has forgotten nothing. For queries, `accepted(client.rooms.list({}))` turns a refusal into a thrown AnswerRefused.
 */
export const client: Client = createClient(async (call, input) => {
  try {
    return await remembering(transportOfPage().call(call, input))
  } catch (problem) {
    return refusalFor(problem, call)
  }
})

/** Hears what main pushes. Returns the way to stop hearing. */
export const onEvent = (listener: (event: EarshotEvent) => void): (() => void) => transportOfPage().listen(listener)
