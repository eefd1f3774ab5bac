import { shell } from 'electron'

/**
 * What may leave for another program: a bare e-mail address of a person or department. No web addresses (nothing here needs
 * the network), and no subject or body, which could carry a customer's words out.
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
