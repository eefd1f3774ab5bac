import { WebSocket } from 'ws'
import type { ShownCertificate } from '../../shared/contract/team/team.ts'
import type { Clock } from '../services/parts.ts'
import { reach } from './reach.ts'
import { watchSilence } from './silence.ts'
import { type Begun, CLOSED, CONTRACT_VERSION, HANDSHAKE, SUBPROTOCOL, Welcome } from './wire.ts'

/** What a connection is made with. */
export interface Way {
  readonly address: URL
  /** The certificate that is trusted; null: those that the system trusts. */
  readonly fingerprint: string | null
  readonly token: string
  /** Of tokens with which it asked before, by their hashes. */
  readonly formerly?: readonly string[]
  /** What it began under a token that is another computer's by now. */
  readonly begun?: readonly Begun[]
  readonly appVersion: string
}

export interface Pace {
  readonly heartbeatMs: number
  /** To be reached, and again to be greeted. */
  readonly greetedWithinMs: number
  /** While somebody waits for an answer, so long nothing at all is heard of the hub. */
  readonly silentAfterMs: number
}

/** One connection, greeted on both sides. */
export interface Connection {
  readonly welcome: Welcome
  /** So long nothing whole was heard of the hub. A machine that slept learns of a loss long after the last it heard. */
  unheardMs(): number
  send(message: unknown): void
  /** What is on its way is given up. */
  end(): void
}

export type Refused =
  | { readonly why: 'token' | 'person_removed' | 'other_version' }
  | ({ readonly why: 'certificate' } & ShownCertificate)

export type Dialled =
  | { ok: true; connection: Connection }
  | { ok: false; why: 'away' }
  | { ok: false; why: 'busy' }
  | ({ ok: false } & Refused)

export interface Hearing {
  /** What came after the greeting: JSON, and nothing more is known of it. */
  message(said: unknown): void
  /** Once; not after `end()`, and not where no connection came about. */
  closed(why: Ending): void
  /** Whether anybody waits for an answer. */
  isAwaited(): boolean
  /** Nothing is heard, and the connection stands: it may be a moment, or the end. */
  silent(): void
  heardAgain(): void
}

/** `unread`: it does not read what was said to it. `busy`: it had too much to do to greet this desk. `superseded`: this desk greeted anew, here or at another hub, or somebody else did in its name. */
export type Ending = 'lost' | 'unread' | 'busy' | 'superseded' | 'token' | 'person_removed' | 'other_version'

/** Answers to a whole list of people are megabytes; what is larger than this nobody asked for. */
const LONGEST_MESSAGE_BYTES = 64_000_000

/** It did not say goodbye. */
const CUT = 1006

/** As answers of HTTP before there is a socket, and as what it is closed for. Anything else is to be tried again. */
const ENDINGS: Readonly<Record<number, Exclude<Ending, 'lost'>>> = {
  1008: 'unread',
  1009: 'unread',
  [HANDSHAKE.token]: 'token',
  [HANDSHAKE.personRemoved]: 'person_removed',
  [HANDSHAKE.busy]: 'busy',
  [CLOSED.busy]: 'busy',
  [CLOSED.token]: 'token',
  [CLOSED.personRemoved]: 'person_removed',
  [CLOSED.superseded]: 'superseded',
  [CLOSED.otherVersion]: 'other_version',
}

/** Measured by what nobody sets, and what goes on while the machine sleeps. */
export type DiallingClock = Pick<Clock, 'now' | 'elapsedMs'>

/** Reaches the hub, shows the token to a certificate that is trusted, and greets. */
export async function dial(way: Way, clock: DiallingClock, pace: Pace, hearing: Hearing): Promise<Dialled> {
  const reached = await reach(way.address, way.fingerprint, pace.greetedWithinMs)
  if (!reached.ok) return reached.why === 'certificate' ? reached : { ok: false, why: 'away' }
  const { socket } = reached
  const web = new WebSocket(new URL('/desk', way.address).href.replace(/^http/, 'ws'), SUBPROTOCOL, {
    createConnection: () => socket,
    headers: { authorization: `Bearer ${way.token}` },
    maxPayload: LONGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  return new Promise((resolve) => {
    let greeted = false
    let unheard = 0
    let heardAtMs = clock.elapsedMs()
    // From the handshake to the greeting; ws has no timeout of its own for a connection that is made already.
    const timers = [setTimeout(() => lose('lost'), pace.greetedWithinMs)]
    const silence = watchSilence({
      ...{ afterMs: pace.silentAfterMs, isAwaited: hearing.isAwaited },
      ...{ silent: hearing.silent, heardAgain: hearing.heardAgain },
      heardBytes: () => socket.bytesRead,
      ping: (carried) => web.ping(carried),
    })
    const end = () => {
      silence.end()
      for (const timer of timers) clearInterval(timer)
      web.removeAllListeners().on('error', () => {})
      web.terminate()
    }
    const fail = (failed: Dialled) => {
      end()
      resolve(failed)
    }
    const lose = (why: Ending) => {
      if (!greeted) return fail({ ok: false, why: isNothingLasting(why) ? 'away' : why })
      end()
      hearing.closed(why)
    }
    const hear = (carried?: Buffer) => {
      unheard = 0
      heardAtMs = clock.elapsedMs()
      silence.hear(carried?.toString())
    }
    const beat = () => {
      // A connection can die without a word. Beats are counted, not time: a desk that itself stood still hears what came meanwhile only afterwards.
      if (unheard === 3) return lose('lost')
      unheard += 1
      web.ping()
    }
    web.on('unexpected-response', (_, { statusCode = 0 }) => lose(ENDINGS[statusCode] ?? 'lost'))
    web.on('error', () => lose('lost'))
    web.on('close', (code) => {
      if (code !== CUT) heardAtMs = clock.elapsedMs()
      lose(ENDINGS[code] ?? 'lost')
    })
    web.on('ping', () => hear()).on('pong', hear)
    web.on('open', () => {
      const { appVersion, formerly, begun } = way
      web.send(JSON.stringify({ hello: { appVersion, contract: CONTRACT_VERSION, at: clock.now(), formerly, begun } }))
    })
    web.on('message', (data, isBinary) => {
      hear()
      const said = isBinary ? undefined : jsonOf(String(data))
      if (said === undefined) return lose('lost')
      if (greeted) return hearing.message(said)
      const greeting = Welcome.safeParse(said)
      if (!greeting.success) return lose('lost')
      greeted = true
      clearTimeout(timers.pop())
      timers.push(setInterval(beat, pace.heartbeatMs))
      const send = (message: unknown) => {
        const text = JSON.stringify(message)
        web.send(text)
        silence.said(text.length)
      }
      const unheardMs = () => clock.elapsedMs() - heardAtMs
      resolve({ ok: true, connection: { welcome: greeting.data.welcome, unheardMs, send, end } })
    })
  })
}

const isNothingLasting = (why: Ending): why is 'lost' | 'unread' | 'superseded' =>
  why === 'lost' || why === 'unread' || why === 'superseded'

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
