/** Nobody else hears what is said to this machine itself. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** Whether a page there may be trusted with a password on its way: encrypted, or on this very machine. Names and passwords stand in no address. */
export const isSafeWebAddress = ({ protocol, hostname, username, password }: URL): boolean =>
  username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
