import { BrowserWindow, nativeTheme } from 'electron'
import type { WindowEvents } from './window-events.ts'
import { backgroundColor, bringForward, openMainWindow, type WindowParts } from './windows.ts'

export interface MainWindow {
  /** Opens it when it is closed (macOS keeps the application), brings it to the front when it is open. */
  show(): void
}

/** The one window of the console, whether it is open or not. */
export function keepMainWindow(parts: WindowParts, events: WindowEvents, gone: (reason: string) => void): MainWindow {
  let window: BrowserWindow | null = null

  const open = () => {
    const opened = openMainWindow(parts)
    const contents = opened.webContents
    const id = contents.id
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) events.deaf(id)
    })
    // Drafts are stored while typing, so a page that crashed in the middle of a call comes back with them.
    contents.on('render-process-gone', (_event, { reason }) => {
      events.deaf(id)
      gone(reason)
      if (reason !== 'clean-exit' && !opened.isDestroyed()) opened.reload()
    })
    opened.on('closed', () => {
      events.deaf(id)
      window = null
    })
    return opened
  }

  nativeTheme.on('updated', () => {
    for (const one of BrowserWindow.getAllWindows()) one.setBackgroundColor(backgroundColor())
  })

  return {
    show: () => {
      if (window === null) window = open()
      else bringForward(window)
    },
  }
}
