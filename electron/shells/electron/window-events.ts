import { BrowserWindow } from 'electron'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { channels } from './channels.ts'

export interface WindowEvents {
  /** Sends to every window whose page listens; false when there is none. */
  tell(event: EarshotEvent): boolean
  /** The page of these contents listens from now on. */
  listening(webContentsId: number): void
  /** The page of these contents was left or has ended. */
  deaf(webContentsId: number): void
}

export function createWindowEvents(): WindowEvents {
  const listeners = new Set<number>()
  return {
    tell: (event) => {
      const pages = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .filter((contents) => listeners.has(contents.id))
      for (const page of pages) page.send(channels.event, event)
      return pages.length > 0
    },
    listening: (id) => {
      listeners.add(id)
    },
    deaf: (id) => {
      listeners.delete(id)
    },
  }
}

/** Where a page that does not listen yet is opened instead of being told; null for events that name none. */
export function pathOf(event: EarshotEvent): string | null {
  if (event.kind === 'goTo') return event.path
  if (event.kind === 'showCall') return `/listen/${event.sessionId}?call=${event.callId}`
  return null
}
