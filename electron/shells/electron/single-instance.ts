import { existsSync } from 'node:fs'
import { app } from 'electron'
import { linkIn } from './links.ts'

export interface SecondStart {
  /** Somebody started Earshot again. */
  comeForward(): void
  /** …by following a link. */
  followLink(link: string): void
}

/**
 * True for the first Earshot on this data folder (userData lies inside it). False: the first one was told, this one must go.
 * Another data folder is another console and may run beside it.
 */
export function isOnlyInstance({ comeForward, followLink }: SecondStart): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv) => {
    comeForward()
    const link = linkIn(argv)
    if (link !== null) followLink(link)
  })
  // macOS brings links as events, also the one that started the application.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    comeForward()
    followLink(link)
  })
  return true
}

/**
 * True when one of these consoles runs and was handed the link of this start, which then must go. Electron hands over to
 * whoever holds the lock of a `userData`; a lock that was free is given back, and the next console is asked.
 */
export function isLinkTaken(userDataFolders: readonly string[]): boolean {
  return userDataFolders.some((userData) => {
    // Asking would make the folder.
    if (!existsSync(userData)) return false
    app.setPath('userData', userData)
    if (!app.requestSingleInstanceLock()) return true
    app.releaseSingleInstanceLock()
    return false
  })
}
