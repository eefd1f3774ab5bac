import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { ConsoleOptions } from '../../compose.ts'
import { consolePartition } from './console-session.ts'
import { smallest, whereToOpen } from './window-place.ts'

/** Every preference that could open a door is written out, also where Electron's default agrees today. */
export const securePreferences = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  partition: consolePartition,
  // Its dictionaries are fetched from the network, and what is typed here are customers' words.
  spellcheck: false,
} as const satisfies WebPreferences

/** `--paper` of renderer/ui/tokens.css: no flash before the first paint. */
const paper = { light: '#f3f5f7', dark: '#11181d' } as const
export const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? paper.dark : paper.light)

export interface WindowParts {
  settings: Pick<ConsoleOptions['settings'], 'readWindowPlace' | 'saveWindowPlace'>
  preloadPath: string
  /** For the taskbar on Windows and Linux; macOS takes the one of the bundle. */
  iconPath: string
  title: string
  /** DevTools are for development, never in what is installed. */
  isPackaged: boolean
}

const workAreas = () => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

/** The console's window where it stood last, empty still; it shows itself when its first page is painted. */
export function openMainWindow({ settings, preloadPath, iconPath, title, isPackaged }: WindowParts): BrowserWindow {
  const { isMaximized, ...bounds } = whereToOpen(settings.readWindowPlace(), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title,
    icon: iconPath,
    backgroundColor: backgroundColor(),
    show: false,
    webPreferences: { ...securePreferences, devTools: !isPackaged, preload: preloadPath },
  })
  if (isMaximized) window.maximize()
  // The page names a call or a ticket in its title; a window title is read over shoulders and by other programs.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  // Saved when it is left and not on each move: a crash costs a place, not a write per pixel.
  const remember = () => {
    try {
      settings.saveWindowPlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
    } catch {
      // A full disk must not stop a person from leaving; the window opens at its last known place.
    }
  }
  window.on('blur', remember)
  window.on('close', remember)
  return window
}

/** To the front, also out of the taskbar. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
