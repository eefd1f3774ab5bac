import { Refusal } from './refusal.mjs'

/**
 * Reads `--name`, `--name value` and `--name=value`.
 * `known` maps a name to 'flag' or to a function that checks the text, returns the value, or throws a Refusal.
 * (util.parseArgs is younger than the oldest Node these scripts must run on.)
 */
export function parseOptions(argv, known) {
  const values = {}
  const waiting = [...argv]
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    const [, name, inlineValue] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    const kind = name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined
    if (!kind) throw new Refusal(`Unknown option "${word}"; --help lists the options.`)
    if (kind === 'flag') {
      if (inlineValue !== undefined) throw new Refusal(`Option --${name} takes no value.`)
      values[name] = true
      continue
    }
    const value = inlineValue ?? (waiting[0]?.startsWith('--') ? undefined : waiting.shift())
    if (!value) throw new Refusal(`Option --${name} needs a value.`)
    values[name] = kind(value, name)
  }
  return values
}

export const oneOf =
  (...choices) =>
  (value, name) => {
    if (choices.includes(value)) return value
    throw new Refusal(`Option --${name} must be one of ${choices.join(', ')}, not "${value}".`)
  }

export function portNumber(value, name) {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return Number(value)
  throw new Refusal(`Option --${name} must be a number from 0 to 65535 (0 = any free port), not "${value}".`)
}
