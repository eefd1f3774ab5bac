import { BrowserWindow, type WebContents } from 'electron'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { channels } from './channels.ts'

export interface WindowEvents {
  /** Sends to every window; «show this» waits for a window that listens, «refresh» does not: a new page reads everything afresh. */
  tell(event: EarshotEvent): void
  /** The page of these contents listens from now on. */
  listening(webContentsId: number): void
  /** The page of these contents was left or has ended. */
  deaf(webContentsId: number): void
}

const mayWait = (event: EarshotEvent) => event.kind === 'goTo' || event.kind === 'showCall'

export function createWindowEvents(): WindowEvents {
  const listeners = new Set<number>()
  let waiting: EarshotEvent | null = null

  const hearing = (): WebContents[] =>
    BrowserWindow.getAllWindows()
      .map((window) => window.webContents)
      .filter((contents) => listeners.has(contents.id))

  const tell = (event: EarshotEvent) => {
    const pages = hearing()
    for (const page of pages) page.send(channels.event, event)
    if (pages.length === 0 && mayWait(event)) waiting = event
  }

  return {
    tell,
    listening: (id) => {
      listeners.add(id)
      const late = waiting
      waiting = null
      if (late !== null) tell(late)
    },
    deaf: (id) => {
      listeners.delete(id)
    },
  }
}
