import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { describeError } from './describe-error.ts'
import type { Log } from './log-port.ts'

/** A log of lines for whoever runs the program: a service manager, a container. Every line is masked before it is written. */
export function openStreamLog(stream: { write(text: string): unknown }): Log {
  const line = (level: string, text: string) =>
    void stream.write(`${new Date().toISOString()} ${level} ${text.replace(/[\r\n]+/g, ' ')}\n`)
  const masked = (text: string) => maskedByRules(text).text
  return {
    info: (message) => line('info', masked(message)),
    warn: (message) => line('warn', masked(message)),
    error: (message, reference, error) => {
      // The reference is what a person reads out, so it alone is not masked; anything else in its place is.
      const shown = /^[0-9A-F]{8}$/.test(reference) ? reference : masked(reference)
      line('error', `${masked(message)} [${shown}] ${masked(describeError(error))}`)
    },
  }
}
