import { request as askOver, type ClientRequest } from 'node:http'
import { reach } from './reach.ts'
import { CONTRACT_VERSION, HANDSHAKE, Joined, JoinRefusal, type JoinWish } from './wire.ts'

export type JoinAnswer =
  | { readonly ok: true; readonly joined: Joined }
  | { readonly ok: false; readonly code: JoinRefusal['code'] | 'no_answer' | 'not_a_hub' }
  | { readonly ok: false; readonly code: 'certificate'; readonly fingerprint: string }

const REACHED_WITHIN_MS = 10_000
const ANSWERED_WITHIN_MS = 20_000
const LONGEST_ANSWER = 64_000

/** Shows a hub the code. Only a hub whose certificate is trusted sees it. */
export async function askToJoin(address: URL, trusted: string | null, wish: JoinWish): Promise<JoinAnswer> {
  const reached = await reach(address, trusted, REACHED_WITHIN_MS)
  if (!reached.ok) return { ...reached, code: reached.why } as JoinAnswer
  const { socket } = reached
  try {
    // The connection is made; http only writes on it.
    const asked = askOver({
      createConnection: () => socket,
      method: 'POST',
      path: '/join',
      headers: { host: address.host, 'content-type': 'application/json', connection: 'close' },
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    const text = await answerTo(asked, JSON.stringify({ ...wish, contract: CONTRACT_VERSION }))
    if (text === null) return { ok: false, code: 'no_answer' }
    return understood(text)
  } finally {
    socket.destroy()
  }
}

/** Null: the connection ended before the answer did. */
function answerTo(asked: ClientRequest, body: string): Promise<string | null> {
  return new Promise((resolve) => {
    asked.on('error', () => resolve(null))
    asked.on('response', (response) => {
      if (response.statusCode === HANDSHAKE.databaseAway) return resolve(null)
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > LONGEST_ANSWER) asked.destroy()
      })
      response.on('end', () => resolve(text)).on('close', () => resolve(null))
    })
    asked.end(body)
  })
}

function understood(text: string): JoinAnswer {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return { ok: false, code: 'not_a_hub' }
  }
  const joined = Joined.safeParse(said)
  if (joined.success) return { ok: true, joined: joined.data }
  const refusal = JoinRefusal.safeParse(said)
  return { ok: false, code: refusal.success ? refusal.data.code : 'not_a_hub' }
}
