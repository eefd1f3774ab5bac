import { isLoopback } from '../web-address.ts'
import { reach } from './reach.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/** A hub on this very machine says within that whether it speaks TLS. */
const LOOK_MS = 1_000

/**
 * A hub's address as a person types it. Without a scheme it is https, and on this very machine what is spoken there: a hub that is only tried has no
 * certificate. What says where a desk connects (`/desk`) is no part of it.
 */
export async function readAddress(typed: string): Promise<ReadAddress> {
  // An input method's wide signs and its full stop are meant as the plain ones.
  const text = typed.normalize('NFKC').replaceAll('。', '.').trim()
  const address = understood(text)
  if (typeof address === 'string' || address.protocol === 'https:' || SCHEME.test(text)) return address
  const secure = new URL(address.href.replace('http:', 'https:'))
  const reached = await reach(secure, null, LOOK_MS)
  if (reached.ok) reached.socket.destroy()
  return reached.ok || reached.why === 'certificate' ? secure : address
}

type ReadAddress = URL | 'bad_address' | 'not_secure'

function understood(text: string): ReadAddress {
  const url = URL.parse(SCHEME.test(text) ? text : `${isLoopback(hostIn(text)) ? 'http' : 'https'}://${text}`)
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return 'bad_address'
  const protocol = { 'http:': 'http:', 'ws:': 'http:', 'https:': 'https:', 'wss:': 'https:' }[url.protocol]
  if (protocol === undefined) return 'bad_address'
  if (protocol === 'http:' && !isLoopback(url.hostname)) return 'not_secure'
  return new URL(`${protocol}//${url.host}/`)
}

const hostIn = (text: string): string => URL.parse(`https://${text}`)?.hostname ?? ''
