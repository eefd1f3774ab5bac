import type { Service } from '../../../shared/contract/services.ts'
import type { BringStatus } from '../../../shared/contract/team/bring-along.ts'
import { accept, refuse } from '../../services/refuse.ts'
import type { BringAlong } from './bring-along-port.ts'

const NOTHING: BringStatus = {
  ...{ stage: 'nothing', work: null, failure: null, counts: null, isLookedAt: false, doneAt: null },
}

/** `current`: null where the desk is alone, or its database is not open. */
export function bringAlongService(current: () => BringAlong | null): Service<'bringAlong'> {
  const status = () => accept(current()?.status() ?? NOTHING)
  const done = (isDone: boolean | undefined) => (isDone === true ? status() : refuse('nothing_to_bring'))
  return {
    status,
    look: () => done(current()?.look()),
    putOff: () => done(current()?.putOff()),
    rows: ({ kind, offset, limit }) => accept(current()?.rows(kind, offset, limit) ?? { rows: [], total: 0 }),
    decide: ({ people, types }) => {
      const bring = current()
      if (bring === null) return refuse('nothing_to_bring')
      return bring.decide(people, types) ? status() : refuse('not_looked_at')
    },
    begin: () => {
      const bring = current()
      if (bring === null) return refuse('nothing_to_bring')
      return bring.begin() ? status() : refuse('not_looked_at')
    },
  }
}
