import type { Service } from '../../../shared/contract/services.ts'
import { accept, refuse } from '../refuse.ts'

/** A desk alone. */
export function teamService(): Service<'team'> {
  return {
    status: () => accept({ kind: 'alone' }),
    join: ({ address }) => ({ ok: false, code: 'no_answer', detail: { address } }),
    leave: () => refuse('not_member'),
    waiting: () => accept([]),
    tryNow: () => accept({ kind: 'alone' }),
  }
}
