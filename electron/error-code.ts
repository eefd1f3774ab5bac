import { constants } from 'node:os'

const namesByNumber = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]))

/**
 * The short name of what the system said (`EBUSY`), '' for anything the system did not say. Node has no name for some answers of
 * shared drives (a stale handle comes as «Unknown system error -116»); those get the system's own, or their number.
 */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  const code = String(error.code)
  if (!code.startsWith('Unknown system error')) return code
  const number = Math.abs(Number(code.slice(code.lastIndexOf(' '))))
  return namesByNumber.get(number) ?? `E${number}`
}

/** Which call on a file the error came from (`rename`); '' for any other error. */
export const failedCall = (error: unknown): string =>
  error instanceof Error && 'syscall' in error ? String(error.syscall) : ''
