import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { House } from '../../compose/house.ts'
import { HANDSHAKE, JoinWish, LoginWish } from '../../team/wire.ts'
import type { countTries } from './tries.ts'

export interface RequestParts {
  readonly house: House
  readonly appVersion: string
  readonly tries: ReturnType<typeof countTries>
  /** Ends: whoever shares out the desks is to send them elsewhere. */
  isEnding(): boolean
}

/** A name, a code and what they stand for. */
const JOIN_LIMIT_BYTES = 10_000

/** Some issuers put every group of a person into a token. */
const LOGIN_LIMIT_BYTES = 60_000

/** What is no fault of whoever tries: it is not counted. */
const BLAMELESS = new Set(['name_needed', 'issuer_away', 'no_login'])

/** Everything that is no desk's socket: `GET /healthz`, `GET /login`, and the two ways in, `POST /join` and `POST /login`. */
export async function answerRequest(
  parts: RequestParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, body: unknown = {}) => {
    const text = JSON.stringify(body)
    if (parts.isEnding()) response.setHeader('connection', 'close')
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
  }
  const [path] = (request.url ?? '/').split('?')
  if (path === '/healthz' && request.method === 'GET') {
    const isHere = !parts.isEnding() && (await parts.house.isHere())
    return end(isHere ? 200 : 503, { version: parts.appVersion, database: isHere ? 'here' : 'away' })
  }
  const { house } = parts
  if (path === '/login' && request.method === 'GET')
    return house.login === null ? end(404, { code: 'no_login' }) : end(200, house.login)
  if ((path !== '/join' && path !== '/login') || request.method !== 'POST') return end(404)
  if (parts.isEnding()) return end(HANDSHAKE.databaseAway)
  const address = request.socket.remoteAddress ?? ''
  if (parts.tries.isTooMany(address)) return end(429, { code: 'too_many_tries' })
  const joined =
    path === '/join'
      ? await through(request, JoinWish, JOIN_LIMIT_BYTES, house.join)
      : await through(request, LoginWish, LOGIN_LIMIT_BYTES, house.logIn)
  // The rest of a body that is too long is not read.
  if (joined === null) return void response.writeHead(400, { connection: 'close' }).end()
  if (!('code' in joined)) return end(200, joined)
  if (joined.code === 'databaseAway') return end(HANDSHAKE.databaseAway)
  if (joined.code === 'busy') return end(HANDSHAKE.busy, { code: 'hub_busy' })
  if (!BLAMELESS.has(joined.code)) parts.tries.failed(address)
  return end(403, { code: joined.code })
}

/** Null: what was sent is no such wish. */
async function through<Wish, Answer>(
  request: IncomingMessage,
  schema: z.ZodType<Wish>,
  limitBytes: number,
  ask: (wish: Wish) => Promise<Answer>,
): Promise<Answer | null> {
  const wish = await readWish(request, schema, limitBytes)
  return wish === null ? null : ask(wish)
}

async function readWish<Wish>(
  request: IncomingMessage,
  schema: z.ZodType<Wish>,
  limitBytes: number,
): Promise<Wish | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limitBytes) return null
      chunks.push(chunk)
    }
    return schema.parse(JSON.parse(Buffer.concat(chunks).toString()))
  } catch {
    return null
  }
}
