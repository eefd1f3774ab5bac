import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Transport } from './transport.ts'

/** One call as it goes over the wire. */
export interface Question {
  readonly call: string
  readonly input: object
}

export interface EarlyTransport extends Transport {
  /** Asks at once; whoever calls the same later gets this answer, once. */
  askEarly(question: Question): Promise<unknown>
  /** The first screen is drawn: from now on every call is carried. */
  forgetEarly(): void
}

const nameOf = (call: string, input: unknown): string => `${call} ${JSON.stringify(input)}`

/**
 * Answers that are on their way while the code that asks for them still is. What is told meanwhile is kept for the first who listens,
 * and makes every early answer old: it is asked for again.
 */
export function answeringEarly(transport: Transport): EarlyTransport {
  const early = new Map<string, Promise<unknown>>()
  const untold: EarshotEvent[] = []
  let isHeard = false
  let isDrawn = false
  let stopHearing: (() => void) | null = null
  const hear = (event: EarshotEvent) => {
    early.clear()
    if (!isHeard) untold.push(event)
  }
  return {
    call: (name, input) => {
      if (early.size === 0) return transport.call(name, input)
      const known = early.get(nameOf(name, input))
      early.delete(nameOf(name, input))
      return known ?? transport.call(name, input)
    },
    listen: (listener) => {
      isHeard = true
      for (const event of untold.splice(0)) listener(event)
      return transport.listen(listener)
    },
    askEarly: ({ call, input }) => {
      const answer = transport.call(call, input)
      if (isDrawn) return answer
      stopHearing ??= transport.listen(hear)
      // Whoever takes it is told when it fails; nobody may.
      answer.catch(() => {})
      early.set(nameOf(call, input), answer)
      return answer
    },
    forgetEarly: () => {
      isDrawn = true
      stopHearing?.()
      stopHearing = null
      early.clear()
    },
  }
}
