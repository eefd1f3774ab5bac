import type { Client } from '../../shared/contract/contract.ts'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { chooseTransport } from './choose-transport.ts'
import type { Transport } from './transport.ts'

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

let transport: Transport | undefined

const connectionLost = (): DoorRefusal => ({ ok: false, code: 'connection_lost', detail: {} })

/** Chosen at the first call: the preload's bridge in Electron, else the WebSocket of the server that served this page. */
const theTransport = (): Transport => {
  transport ??= chooseTransport()
  return transport
}

/**
 * The console, typed by the contract. Refusals come back as data, a lost connection too: no call ever rejects, so whoever does not
 * wait for an answer has forgotten nothing. For queries, `accepted(client.room.get({}))` turns a refusal into a thrown AnswerRefused.
 */
export const client: Client = createClient((call, input) => theTransport().call(call, input).catch(connectionLost))

/** Hears what main pushes. Returns the way to stop hearing. */
export const onEvent = (listener: (event: EarshotEvent) => void): (() => void) => theTransport().listen(listener)
