import { HEARTBEAT_MS } from '../../team/wire.ts'

/** What a hub takes from whoever connects, known or not. */
export interface Limits {
  /** Until a desk has greeted. */
  readonly helloMs: number
  readonly heartbeatMs: number
  /** Messages of one desk that are worked on at once; what comes beyond waits its turn, and the desk's connection with it. */
  readonly inWork: number
  /** What may wait for a desk that reads slowly. Then it is let go, and finds everything again when it connects anew. */
  readonly unsentBytes: number
  /** Tries to join that failed, for one address in ten minutes. */
  readonly joinTries: number
  /** Over so long all desks are told of a change, each in its turn. */
  readonly tellMs: number
  /** What a hub that ends waits for answers in work, and then for desks that do not say goodbye. */
  readonly endMs: number
}

export const LIMITS: Limits = {
  helloMs: 10_000,
  heartbeatMs: HEARTBEAT_MS,
  inWork: 16,
  unsentBytes: 16 * 1024 * 1024,
  joinTries: 20,
  // With what it takes to see the change and to ask for it, windows are right within a second.
  tellMs: 300,
  endMs: 10_000,
}
