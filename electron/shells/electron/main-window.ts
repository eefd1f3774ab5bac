import { BrowserWindow, nativeTheme } from 'electron'
import type { Words } from '../words.ts'
import { askBeforeLeaving } from './ask-before-leaving.ts'
import { countEndedPages } from './ended-pages.ts'
import { ownOrigin } from './own-pages.ts'
import type { WindowEvents } from './window-events.ts'
import { backgroundColor, bringForward, openMainWindow, type WindowParts } from './windows.ts'

export interface MainWindow {
  /** Opens it when it is closed (macOS keeps the application), brings it to the front when it is open. */
  show(): void
  /** The same, and its page goes to this path of the application, loaded anew. */
  showAt(path: string): void
}

export interface EndedPages {
  ended(reason: string): void
  /** Asks the person after too many ends; gives whether to load the page again. */
  ask(window: BrowserWindow): Promise<boolean>
  quit(): void
}

/** What the person is asked before words of the page go with it. */
export type Leaving = () => Words['leaving']

/** The one window of the console, whether it is open or not. */
export function keepMainWindow(
  parts: WindowParts,
  events: WindowEvents,
  pages: EndedPages,
  leaving: Leaving,
): MainWindow {
  let window: BrowserWindow | null = null
  const mayLoadAgain = countEndedPages(() => performance.now())

  // Drafts are stored while typing, so a page that crashed in the middle of a call comes back with them.
  const loadAgain = async (ended: BrowserWindow) => {
    const again = mayLoadAgain() || (await pages.ask(ended))
    if (ended.isDestroyed()) return
    if (again) ended.reload()
    else pages.quit()
  }

  const open = () => {
    const opened = openMainWindow(parts)
    const contents = opened.webContents
    const id = contents.id
    askBeforeLeaving(opened, leaving)
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) events.deaf(id)
    })
    contents.on('render-process-gone', (_event, { reason }) => {
      events.deaf(id)
      pages.ended(reason)
      if (reason !== 'clean-exit' && !opened.isDestroyed()) void loadAgain(opened)
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

  // Refused by whoever stays with their words; a page that does not come says so in the window.
  const load = (shown: BrowserWindow, path: string) => void shown.loadURL(ownOrigin + path).catch(() => {})

  const show = (path: string | null) => {
    if (window === null) {
      window = open()
      return load(window, path ?? '/')
    }
    if (path !== null) load(window, path)
    bringForward(window)
  }

  return { show: () => show(null), showAt: show }
}
