import { request as askOver, type ClientRequest } from 'node:http'
import type { ShownCertificate } from '../../shared/contract/team/team.ts'
import { reach } from './reach.ts'
import { HANDSHAKE } from './wire.ts'

export type HubSaid =
  | { readonly ok: true; readonly status: number; readonly said: unknown }
  | { readonly ok: false; readonly code: 'no_answer' | 'not_a_hub' }
  | ({ readonly ok: false; readonly code: 'certificate' } & ShownCertificate)

const REACHED_WITHIN_MS = 5_000
/** A hub that has too much to do says so after ten. */
const ANSWERED_WITHIN_MS = 12_000
const LONGEST_ANSWER = 64_000

/** One question before a desk belongs anywhere; with a body it is a POST. Only a hub whose certificate is trusted hears it. */
export async function askHub(address: URL, trusted: string | null, path: string, body?: object): Promise<HubSaid> {
  const reached = await reach(address, trusted, REACHED_WITHIN_MS)
  if (!reached.ok) return { ...reached, code: reached.why } as HubSaid
  const { socket } = reached
  try {
    // The connection is made; http only writes on it.
    const asked = askOver({
      createConnection: () => socket,
      method: body === undefined ? 'GET' : 'POST',
      path,
      headers: { host: address.host, 'content-type': 'application/json', connection: 'close' },
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const answer = await answerTo(asked, body === undefined ? '' : JSON.stringify(body))
    return answer === null ? { ok: false, code: 'no_answer' } : understood(answer)
  } finally {
    socket.destroy()
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

/** Null: the connection ended before the answer did. */
function answerTo(asked: ClientRequest, body: string): Promise<Answer | null> {
  return new Promise((resolve) => {
    asked.on('error', () => resolve(null))
    asked.on('response', (response) => {
      const { statusCode: status = 0 } = response
      if (status === HANDSHAKE.databaseAway) return resolve(null)
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > LONGEST_ANSWER) asked.destroy()
      })
      response.on('end', () => resolve({ status, text })).on('close', () => resolve(null))
    })
    asked.end(body)
  })
}

function understood({ status, text }: Answer): HubSaid {
  try {
    return { ok: true, status, said: JSON.parse(text) }
  } catch {
    return { ok: false, code: 'not_a_hub' }
  }
}
