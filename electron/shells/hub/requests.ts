import type { IncomingMessage, ServerResponse } from 'node:http'
import type { House } from '../../compose/house.ts'
import { HANDSHAKE, JoinWish } from '../../team/wire.ts'
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

/** Everything that is no desk's socket: `GET /healthz` and `POST /join`. */
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
  if (path !== '/join' || request.method !== 'POST') return end(404)
  if (parts.isEnding()) return end(HANDSHAKE.databaseAway)
  const address = request.socket.remoteAddress ?? ''
  if (parts.tries.isTooMany(address)) return end(429, { code: 'too_many_tries' })
  const wish = await readWish(request)
  // The rest of a body that is too long is not read.
  if (wish === null) return void response.writeHead(400, { connection: 'close' }).end()
  const joined = await parts.house.join(wish)
  if (!('code' in joined)) return end(200, joined)
  if (joined.code === 'databaseAway') return end(HANDSHAKE.databaseAway)
  // Whoever forgot their name knows a code.
  if (joined.code !== 'name_needed') parts.tries.failed(address)
  return end(403, { code: joined.code })
}

async function readWish(request: IncomingMessage): Promise<JoinWish | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > JOIN_LIMIT_BYTES) return null
      chunks.push(chunk)
    }
    return JoinWish.parse(JSON.parse(Buffer.concat(chunks).toString()))
  } catch {
    return null
  }
}
