import { CallReference } from '../../../shared/contract/sessions.ts'

export const linkScheme = 'earshot'

/** Control characters and the signs that reorder text have no place in a reference. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** `earshot://call?ref=…` → the reference; null for anything else. Links come from outside: nothing is repaired or guessed. */
export function referenceFromLink(link: string): string | null {
  if (link.length > 500 || !URL.canParse(link)) return null
  const { protocol, hostname, port, username, password, pathname, hash, searchParams } = new URL(link)
  if (protocol !== `${linkScheme}:` || hostname !== 'call') return null
  if (port !== '' || username !== '' || password !== '' || hash !== '') return null
  if (pathname !== '' && pathname !== '/') return null
  if ([...searchParams.keys()].join() !== 'ref') return null
  const reference = CallReference.safeParse(searchParams.get('ref'))
  return reference.success && !unprintable.test(reference.data) ? reference.data : null
}

/** The link among the arguments of a start, if there is exactly one. */
export function linkIn(argv: readonly string[]): string | null {
  const links = argv.filter((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`))
  return links.length === 1 ? (links[0] ?? null) : null
}
