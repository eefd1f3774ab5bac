import { isLink } from './links.ts'

/** Options of Earshot; `true` where a value may follow as the next argument. */
const ownOptions: Readonly<Record<string, boolean>> = {
  data: true,
  lang: true,
  port: true,
  demo: false,
  'no-open': false,
}

/**
 * Our own options among the arguments of an Electron start. Chromium's and Node's switches, the application's folder and
 * links stand between them and are not for our parser: Chromium appends some by itself, so «unknown» cannot be refused here.
 * None beside a link: who wrote the link may have written the rest, and would choose where the words of customers go.
 */
export function ownArguments(argv: readonly string[]): string[] {
  if (argv.some(isLink)) return []
  const own: string[] = []
  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    const [, name = '', value] = /^--([a-z-]+)(=.*)?$/s.exec(argument) ?? []
    if (!Object.hasOwn(ownOptions, name)) continue
    own.push(argument)
    const next = argv[index + 1]
    if (ownOptions[name] !== true || value !== undefined || next === undefined) continue
    if (next.startsWith('--')) continue
    own.push(next)
    index += 1
  }
  return own
}
