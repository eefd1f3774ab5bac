import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { createSecureContext } from 'node:tls'
import type { Role } from '../../../shared/contract/who.ts'
import type { House } from '../../compose/house.ts'
import { type HubFault, type HubOptions, openHouse } from '../../compose-hub.ts'
import type { Language } from '../../data-folder.ts'
import type { OwnDoor } from '../../door.ts'
import { errorCode } from '../../error-code.ts'
import { type HubSentence, hubSentence } from '../../hub-sentences.ts'
import { codeLine } from './codes.ts'
import { openHubServer } from './server.ts'

export interface RunOptions extends HubOptions {
  readonly host: string
  readonly port: number
  /** Paths of PEM files; null only where nobody but this machine connects. */
  readonly tls: { readonly certificate: string; readonly key: string } | null
  readonly language: Language
}

export type RunningHub =
  | {
      readonly ok: true
      readonly house: House
      readonly own: OwnDoor
      readonly address: string
      /** Of its certificate, as a desk shows it to whoever joins. */
      readonly fingerprint: string | null
      close(): Promise<void>
    }
  | { readonly ok: false; readonly sentence: string }

/** The hub over its database, open to desks. */
export async function runHub(options: RunOptions): Promise<RunningHub> {
  const { host, port, language } = options
  const refuse = (which: HubSentence, detail: string): RunningHub => ({
    ok: false,
    sentence: hubSentence(which, language, detail),
  })
  const tls = options.tls === null ? null : readPair(options.tls)
  if (tls instanceof Error) return refuse('bad_certificate', tls.message)
  const opened = await openHouse(options)
  if (!opened.ok) return { ok: false, sentence: sentenceOf(opened, language) }
  const { house } = opened
  try {
    const server = await openHubServer({ ...{ house, host, port, tls }, appVersion: options.appVersion })
    return {
      ...{ ok: true, house },
      own: opened.own,
      address: `${tls === null ? 'http' : 'https'}://${nameOf(host)}:${server.port}`,
      fingerprint: tls === null ? null : new X509Certificate(tls.cert).fingerprint256,
      close: async () => {
        await server.close()
        await house.close()
      },
    }
  } catch (error) {
    await house.close()
    const code = errorCode(error)
    if (code === 'EADDRINUSE') return refuse('port_in_use', String(port))
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return refuse('port_refused', String(port))
    throw error
  }
}

/** Tried before anything is opened. */
function readPair(paths: { certificate: string; key: string }): { cert: Buffer; key: Buffer } | Error {
  try {
    const pair = { cert: readFileSync(paths.certificate), key: readFileSync(paths.key) }
    createSecureContext(pair)
    return pair
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** An address that stands for all of the machine's is told by its name. */
const nameOf = (host: string): string => {
  if (host === '::' || host === '0.0.0.0') return hostname()
  return host.includes(':') ? `[${host}]` : host
}

/** Makes a code for somebody new in this role, at a hub that may run beside; as the line that tells it, or why there is none. */
export async function makeOneCode(
  options: HubOptions & { readonly language: Language },
  role: Role,
): Promise<{ readonly ok: boolean; readonly sentence: string }> {
  const { language } = options
  const opened = await openHouse(options)
  if (!opened.ok) return { ok: false, sentence: sentenceOf(opened, language) }
  try {
    const { code } = await opened.house.makeCode({ role })
    return { ok: true, sentence: codeLine(code, { role, name: null }, language) }
  } finally {
    await opened.house.close()
  }
}

const sentenceOf = ({ code, detail }: HubFault, language: Language): string =>
  hubSentence(code, language, String('said' in detail ? detail.said : 'found' in detail ? detail.found : detail.table))
