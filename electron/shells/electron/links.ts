import { CallReference } from '../../../shared/contract/listening/sessions.ts'

export const linkScheme = 'earshot'

const LONGEST_LINK = 500

/** Systems write scheme and place in letters of their own and add a slash. One value and nothing behind it. */
const CALL_LINK = /^earshot:\/\/call\/?\?([^=&#]*)=([^&# ]*)$/i

/** Without control and format characters, blanks other than the plain one, private and unassigned characters. */
const SEEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u
/** Seen as nothing whatever their class says; and the sign that stands for bytes nobody could read. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800\ufffd]/u

/** Two calls must never share a reference, nor look as if they did: all of it must be there to be read. */
const isLegible = (text: string): boolean => SEEN.test(text) && !UNSEEN.test(text)

/** `earshot://call?ref=…` → the reference; null for anything else. Links come from outside: nothing is repaired or guessed. */
export function referenceFromLink(link: string): string | null {
  if (link.length > LONGEST_LINK || !isLegible(link)) return null
  const [, name, value = ''] = CALL_LINK.exec(link) ?? []
  if (name !== 'ref') return null
  const reference = CallReference.safeParse(decoded(value))
  return reference.success && isLegible(reference.data) ? reference.data : null
}

/** Null for bytes that are no UTF-8. Not as a form is read: a plus is a plus, as in `+86`. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** Of any of our links, whether it leads somewhere or not. */
export const isLink = (argument: string): boolean => argument.toLowerCase().startsWith(`${linkScheme}:`)

/** The link among the arguments of a start, if there is exactly one. */
export function linkIn(argv: readonly string[]): string | null {
  const links = argv.filter(isLink)
  return links.length === 1 ? (links[0] ?? null) : null
}
