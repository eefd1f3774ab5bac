import { errorCode } from '../../error-code.ts'

const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/
/** Of the system and of libraries; and PostgreSQL's five signs. */
const CODE = /^(?:[A-Z][A-Z0-9_]{0,59}|[0-9A-Z]{5})$/
const FRAME = /^ {4}at [^'"`\p{Script=Han}]{1,300}$/u

/**
 * Name, code and stack frames of whatever was thrown. Never its message: libraries put the offending value into it, and
 * that value may be a customer's words.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`
  const name = NAME.test(error.name) ? error.name : 'Error'
  const known = errorCode(error)
  const code = CODE.test(known) ? ` ${known}` : ''
  return [`${name}${code}`, ...framesOf(error)].join(' | ')
}

/** The stack without its head. A message of several lines may itself look like frames, so it is cut out first. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const message = String(error.message)
  const start = message === '' ? 0 : stack.indexOf(message) + message.length
  // A message changed after the stack was taken cannot be cut out: then nothing of the stack is safe.
  if (message !== '' && !stack.includes(message)) return []
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
