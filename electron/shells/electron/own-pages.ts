/** The one origin this application serves and trusts. */
export const ownScheme = 'app'
const ownHost = 'console'
export const ownOrigin = `${ownScheme}://${ownHost}`

/** Whether an address is ours. Parsed, never compared by prefix: `app://console.evil/` and `app://x@console/` are not ours. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === `${ownScheme}:` && hostname === ownHost && port === '' && username === '' && password === ''
}
