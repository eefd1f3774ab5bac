import type { EarshotEvent } from '../../shared/contract/events.ts'

/** A way to carry calls to main and events back. */
export interface Transport {
  /** Resolves with the answer; rejects with ConnectionLost where the connection went. Any other rejection is a surprise. */
  call(name: string, input: unknown): Promise<unknown>
  listen(listener: (event: EarshotEvent) => void): () => void
}
