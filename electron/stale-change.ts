import type { Stale } from '../shared/contract/versions.ts'

/** Thrown when a thing is not what it was seen as; the transaction is to be given up. The door makes a refusal of it. */
export class StaleChange extends Error {
  readonly detail: Stale
  constructor(detail: Stale) {
    super('changed by somebody else meanwhile')
    this.detail = detail
  }
}
