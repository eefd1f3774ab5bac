import { type Session, session } from 'electron'

/** Without `persist:` in front Electron keeps the session in memory. */
export const consolePartition = 'console'

/**
 * What our pages live in. Chromium keeps much by itself (storage, cookies, caches, what stood in fields); here none of it reaches the
 * disk, whatever a later Electron may add. Asked for before the first window: who is first says how it is made.
 */
export const consoleSession = (): Session => session.fromPartition(consolePartition, { cache: false })
