import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, in characters that a WebSocket subprotocol may have. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The subprotocol every window asks for; the token travels as a second one, because an address ends up in histories and logs. */
export const PROTOCOL = 'earshot'

/** The two names of this server. Any other Host is a page of somebody else whose name was pointed at this machine (rebinding). */
export const ownHosts = (port: number): readonly string[] => {
  const names = ['127.0.0.1', 'localhost']
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]
}

export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host !== undefined && ownHosts(port).includes(host)

/**
 * A request that names its host or its page twice. Node takes the first and says nothing, other programs the last: what one
 * of them let through as its own the other would answer as ours. `rawHeaders`: name, value, name, value…
 */
export function isTwofold(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return ['host', 'origin'].some((wanted) => names.filter((name) => name === wanted).length > 1)
}

/** A browser always sends Origin with an upgrade; it must be the very page this server handed out. */
export const isOwnOrigin = (origin: string | undefined, host: string | undefined, port: number): boolean =>
  origin !== undefined && isOwnHost(host, port) && origin === `http://${host}`

/** `header` is Sec-WebSocket-Protocol: `earshot, <token>`. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const [name, given, ...rest] = (header ?? '').split(',').map((part) => part.trim())
  return name === PROTOCOL && given !== undefined && rest.length === 0 && isSame(given, token)
}

/** In constant time: how long a refusal takes must not tell how many characters were right. */
function isSame(given: string, wanted: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(wanted)
  return left.length === right.length && timingSafeEqual(left, right)
}
