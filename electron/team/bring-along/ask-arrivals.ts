import { type Contract, contract, isCommand } from '../../../shared/contract/contract.ts'
import type { Entry, Input, Output } from '../../../shared/contract/entry.ts'
import type { Clock } from '../../services/parts.ts'
import { checkedAnswer } from '../checked-answer.ts'
import { HubAway, type HubLink } from '../hub-link-port.ts'

type Calls = Pick<Contract, 'arrivals' | 'tickets'>

/** The hub said no to the whole of what was asked. */
export class HubRefused extends Error {
  readonly code: string
  constructor(call: string, code: string) {
    super(`the hub refused ${call}: ${code}`)
    this.code = code
  }

  /** It does not know the question: asked again, the same hub says the same. */
  get isOfAnotherVersion(): boolean {
    return this.code === 'other_version' || this.code === 'unknown_call'
  }
}

export type AskArrivals = <F extends keyof Calls, C extends keyof Calls[F] & string>(
  feature: F,
  name: C,
  input: Calls[F][C] extends Entry ? Input<Calls[F][C]> : never,
) => Promise<Calls[F][C] extends Entry ? Output<Calls[F][C]> : never>

/** Asks the hub; its database away is the hub away, too much to do is asked again later, and a refusal is thrown: what can be refused each by itself is told in the answer. */
export function arrivalsAt(link: HubLink, clock: Pick<Clock, 'newId'>): AskArrivals {
  return async (feature, name, input) => {
    const call = `${feature}.${name}`
    const entry = (contract[feature] as unknown as Record<string, Entry>)[name] as Entry
    const answer = checkedAnswer(entry, await link.ask(call, input, isCommand(call) ? clock.newId() : undefined))
    if (answer?.ok === true) return answer.value as never
    if (answer?.code === 'offline' || answer?.code === 'hub_busy') throw new HubAway(true)
    throw new HubRefused(call, answer?.code ?? 'no_answer')
  }
}
