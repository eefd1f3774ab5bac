import { parseArgs } from 'node:util'
import type { Role } from '../shared/contract/who.ts'
import { type Language, systemLanguage } from './data-folder.ts'
import { hubSentence } from './hub-sentences.ts'
import type { LoginOffer } from './team/wire.ts'
import { isSafeWebAddress } from './web-address.ts'

export interface HubArguments {
  readonly isDemo: boolean
  /** Null: only for a demo, which has one of its own. */
  readonly database: string | null
  /** Of this machine's addresses; where there is no certificate, one that only this machine reaches. */
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly tls: { readonly certificate: string; readonly key: string } | null
  /** The company's login, which lets people in beside codes; null: codes alone. */
  readonly login: LoginOffer | null
  /** What desks call it. */
  readonly name: string
  /** Makes one more code for somebody in this role, and ends. */
  readonly codeFor: Role | null
  readonly language: Language
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/

const ROLES: Readonly<Record<string, Role>> = {
  listener: 'listener',
  'note-taker': 'note_taker',
  note_taker: 'note_taker',
  coordinator: 'coordinator',
}

const options = {
  demo: { type: 'boolean', default: false },
  database: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  'oidc-issuer': { type: 'string' },
  'oidc-client-id': { type: 'string' },
  'oidc-claim': { type: 'string' },
  code: { type: 'boolean', default: false },
  role: { type: 'string', default: 'coordinator' },
  lang: { type: 'string' },
} as const

/** Reads the command line of a hub, without the program's own name; the database's address may stand in `EARSHOT_DATABASE` instead. A mistake comes back as one sentence. */
export function parseHubArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; arguments: HubArguments } | { ok: false; sentence: string } {
  const language = languageIn(argv)
  const mistake = (...which: Parameters<typeof hubSentence>) =>
    ({ ok: false, sentence: hubSentence(...which) }) as const
  try {
    const { values } = parseArgs({ args: [...argv], allowPositionals: false, options })
    const { demo: isDemo, lang, cert, key } = values
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') return mistake('bad_language', language, lang)
    const port = values.port ?? (isDemo ? '0' : '8443')
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return mistake('bad_port', language, port)
    const role = ROLES[values.role]
    if (role === undefined) return mistake('bad_role', language, values.role)
    const database = values.database ?? environment.EARSHOT_DATABASE ?? null
    if (!isDemo && (database === null || database === '')) return mistake('no_database', language)
    if ((cert === undefined) !== (key === undefined)) return mistake('half_certificate', language)
    const tls = cert === undefined || key === undefined ? null : { certificate: cert, key }
    const host = values.host ?? (isDemo ? '127.0.0.1' : tls === null ? '' : '::')
    if (tls === null && !values.code && !LOOPBACK.test(host)) return mistake('no_certificate', language)
    const login = loginIn(values)
    if (login !== null && 'mistake' in login) return mistake(login.mistake, language, login.given)
    const name = values.name?.trim() || hubSentence('usual_name', language)
    const codeFor = values.code ? role : null
    return { ok: true, arguments: { isDemo, database, host, port: Number(port), tls, login, name, codeFor, language } }
  } catch (error) {
    return mistake('bad_option', language, error instanceof Error ? firstSentence(error.message) : '')
  }
}

interface LoginValues {
  readonly 'oidc-issuer'?: string | undefined
  readonly 'oidc-client-id'?: string | undefined
  readonly 'oidc-claim'?: string | undefined
}

function loginIn({
  'oidc-issuer': issuer,
  'oidc-client-id': clientId,
  'oidc-claim': claim,
}: LoginValues): LoginOffer | null | { readonly mistake: 'half_login' | 'bad_issuer'; readonly given: string } {
  if (issuer === undefined && clientId === undefined && claim === undefined) return null
  if (!issuer || !clientId || claim === '') return { mistake: 'half_login', given: '' }
  const url = URL.parse(issuer)
  if (url === null || !isSafeWebAddress(url) || url.search !== '' || url.hash !== '')
    return { mistake: 'bad_issuer', given: issuer }
  return { issuer, clientId, claim: claim ?? 'email' }
}

/** Also where another option is a mistake. */
function languageIn(argv: readonly string[]): Language {
  const [, asked] = /(?:^| )--lang[= ](zh|en)(?: |$)/.exec(argv.join(' ')) ?? []
  return asked === 'zh' || asked === 'en' ? asked : systemLanguage()
}

const firstSentence = (text: string): string => text.split(/\.\s|\n/, 1)[0]?.replace(/\.$/, '') ?? text
