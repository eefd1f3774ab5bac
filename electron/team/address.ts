import { isLoopback } from '../web-address.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/**
 * A hub's address as a person types it. Without a scheme it is https, and on this very machine http, as a hub that is only tried listens.
 * What says where a desk connects (`/desk`) is no part of it.
 */
export function readAddress(typed: string): URL | 'bad_address' | 'not_secure' {
  // An input method's wide signs and its full stop are meant as the plain ones.
  const text = typed.normalize('NFKC').replaceAll('。', '.').trim()
  const url = URL.parse(SCHEME.test(text) ? text : `${isLoopback(hostIn(text)) ? 'http' : 'https'}://${text}`)
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return 'bad_address'
  const protocol = { 'http:': 'http:', 'ws:': 'http:', 'https:': 'https:', 'wss:': 'https:' }[url.protocol]
  if (protocol === undefined) return 'bad_address'
  if (protocol === 'http:' && !isLoopback(url.hostname)) return 'not_secure'
  return new URL(`${protocol}//${url.host}/`)
}

const hostIn = (text: string): string => URL.parse(`https://${text}`)?.hostname ?? ''
