import type { BringStatus } from '../../../shared/contract/team/bring-along.ts'
import { HubAway } from '../hub-link-port.ts'
import { HubRefused } from './ask-arrivals.ts'
import { EarlierVersion } from './held-file.ts'

export type Failure = NonNullable<BringStatus['failure']>

/** What a person is told of what ended it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EarlierVersion) return 'earlier_version'
  if (error instanceof HubAway) return 'hub_away'
  if (error instanceof HubRefused && error.isOfAnotherVersion) return 'other_version'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(CANTOPEN|CORRUPT|NOTADB|IOERR)/.test(code) ? 'unreadable' : 'unexpected'
}
