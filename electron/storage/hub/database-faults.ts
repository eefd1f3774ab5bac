import { errorCode } from '../../error-code.ts'
import { Busy } from '../engine/engine.ts'

/** Why a hub's database cannot be worked with, by what PostgreSQL or the network says. */
const FAULTS = new Map([
  ['28P01', 'login_refused'],
  ['28000', 'login_refused'],
  ['3D000', 'no_such_database'],
  ['42501', 'not_allowed'],
  ['3F000', 'not_allowed'],
  ['25006', 'read_only'],
  ['0A000', 'extension_missing'],
  ['58P01', 'extension_missing'],
  // Its disk is full, or broken: it answers what is asked, and keeps nothing.
  ...['53100', '58030'].map((code) => [code, 'cannot_store'] as const),
  // Starts, ends, or has no connection left.
  ...['57P01', '57P02', '57P03', '53300'].map((code) => [code, 'unreachable'] as const),
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'].map(
    (code) => [code, 'unreachable'] as const,
  ),
] as const)

/** What `pg` says without a code when a connection does not come about or breaks. */
const NOBODY =
  /timeout expired|timeout exceeded|connection timeout|Connection terminated|Query read timeout|not queryable/

type DatabaseFault = typeof FAULTS extends Map<string, infer Fault> ? Fault : never

/** Null for what is no fault of the database or of the way to it. */
export const databaseFault = (error: unknown): DatabaseFault | null =>
  FAULTS.get(errorCode(error)) ?? (NOBODY.test(String(error)) ? 'unreachable' : null)

/** Too many at once: no connection or no memory left, a question or a wait that took too long, others in the way each time anew. It answers all the same. */
const BUSY = new Set(['53300', '53200', '57014', '55P03', '40001', '40P01'])

/** Whether nothing was done because there is too much to do just now: worth another try in a moment. */
export const isBusy = (error: unknown): boolean => error instanceof Busy || BUSY.has(errorCode(error))

/** Whether it is away, and may come back by itself: it does not answer, or what answers is a standby, which takes no writes, or has no room left for any. */
export function isDatabaseAway(error: unknown): boolean {
  if (isBusy(error)) return false
  const fault = databaseFault(error)
  return fault === 'unreachable' || fault === 'read_only' || fault === 'cannot_store'
}
