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
