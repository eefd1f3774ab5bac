import { BrowserWindow, nativeTheme } from 'electron'
import { ownOrigin } from './own-pages.ts'
import type { WindowEvents } from './window-events.ts'
import { backgroundColor, bringForward, openMainWindow, type WindowParts } from './windows.ts'

export interface MainWindow {
  /** Opens it when it is closed (macOS keeps the application), brings it to the front when it is open. */
  show(): void
  /** The same, and its page goes to this path of the application, loaded anew. */
  showAt(path: string): void
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

  const show = (path: string | null) => {
    if (window === null) {
      window = open()
      void window.loadURL(ownOrigin + (path ?? '/'))
      return
    }
    if (path !== null) void window.loadURL(ownOrigin + path)
    bringForward(window)
  }

  return { show: () => show(null), showAt: show }
}
