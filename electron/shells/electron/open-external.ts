import { shell } from 'electron'
import { isSafeWebAddress } from '../../web-address.ts'

/**
 * What may leave a page for another program: a bare e-mail address of a person or department. No web addresses (a page needs none), and no subject or body, which could carry a customer's words out.
 */
export function mayOpenExternally(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, pathname, search, hash } = new URL(address)
  return protocol === 'mailto:' && search === '' && hash === '' && /^[\w.+-]{1,64}@[\w.-]{1,190}$/.test(pathname)
}

/** Hands an allowed address to the system; anything else is dropped. */
export async function openExternally(address: string): Promise<void> {
  if (mayOpenExternally(address)) await shell.openExternal(address)
}

/** The page of a company's login, in the person's own browser; never asked for by a page of ours. */
export async function openInBrowser(address: URL): Promise<'opened' | 'not_here'> {
  if (!isSafeWebAddress(address)) return 'not_here'
  return shell.openExternal(address.href).then(
    () => 'opened',
    () => 'not_here',
  )
}
