import { app, type BrowserWindow, nativeTheme, session, shell } from 'electron'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { textSizes } from '../../../shared/contract/house/text-sizes.ts'
import { steppedTextSize, type TextSizeStep } from '../../../shared/domain/house/text-size.ts'
import type { ConsoleOptions, OpenConsole } from '../../compose.ts'
import { remindOfSeats } from '../reminders/remind-of-seats.ts'
import { systemTimers } from '../timers.ts'
import { wordsOf } from '../words.ts'
import { appFiles } from './app-files.ts'
import { serveRenderer } from './app-protocol.ts'
import { consoleSession } from './console-session.ts'
import { watchDueTickets } from './due-tickets.ts'
import { followLink } from './follow-link.ts'
import { answerWindows } from './ipc.ts'
import { keepMainWindow } from './main-window.ts'
import { showMenu } from './menu.ts'
import { notify } from './notifications.ts'
import { denyPermissions } from './security.ts'
import { type DueSign, dockSign, traySign } from './tray.ts'
import { askAfterEnds } from './unfinished-words.ts'
import { createWindowEvents, pathOf } from './window-events.ts'

export interface DeskParts {
  console: OpenConsole
  settings: ConsoleOptions['settings']
  log: ConsoleOptions['log']
  dataFolder: string
}

/** The desktop around an open console. */
export interface Desk {
  show(): void
  followLink(link: string): void
}

/** Joins console, window, menu, tray and notifications. After `ready`. */
export function layDesk({ console, settings, log, dataFolder }: DeskParts): Desk {
  const isMac = process.platform === 'darwin'
  const isPackaged = app.isPackaged
  const { renderer, preload, icon, trayIcon } = appFiles()
  const words = () => wordsOf(settings.read().language)
  const events = createWindowEvents()
  const quit = () => app.quit()

  for (const each of [session.defaultSession, consoleSession()]) denyPermissions(each)
  serveRenderer(renderer, consoleSession())
  answerWindows({
    call: console.call,
    listening: events.listening,
    stranger: () => log.warn('A frame that is not ours asked main; it was refused.'),
  })

  const windowParts = { settings, preloadPath: preload, iconPath: icon, title: words().title, isPackaged }
  const ends = {
    ended: (reason: string) => log.warn(`The window's page ended: ${reason}.`),
    ask: (window: BrowserWindow) => askAfterEnds(window, words().ended, console.call),
    quit,
  }
  const window = keepMainWindow(windowParts, events, ends, () => words().leaving)
  const showWith = (event: EarshotEvent) => {
    const path = pathOf(event)
    if (events.tell(event) || path === null) window.show()
    else window.showAt(path)
  }
  const goTo = (path: string) => showWith({ kind: 'goTo', path })

  const sign: DueSign = isMac ? dockSign : traySign(trayIcon, { open: window.show, goTo, quit })
  let dueCount = 0
  const showDue = (count: number) => {
    dueCount = count
    sign.show(words(), dueCount)
  }
  const menuActions = {
    goTo,
    quit,
    backUpNow: () => void console.call('workspace.backUpNow', {}),
    showDataFolder: () => void shell.openPath(dataFolder),
    sizeText: (step: TextSizeStep) =>
      void console.call('settings.save', {
        textSizePercent: steppedTextSize(textSizes, settings.read().textSizePercent, step),
      }),
  }
  const followSettings = () => {
    nativeTheme.themeSource = settings.read().theme
    showMenu({ words: words(), isMac, isPackaged }, menuActions)
    sign.show(words(), dueCount)
  }

  followSettings()
  console.on((event) => {
    events.tell(event)
    if (event.kind === 'changed' && event.topics.includes('settings')) followSettings()
  })
  const { call, on } = console
  watchDueTickets({ call, on, timers: systemTimers, show: showDue })
  const now = () => new Date().toISOString()
  remindOfSeats({
    ...{ console, words, timers: systemTimers, now },
    notify: (text) => notify(text, () => goTo('/today'), systemTimers),
    remindInWindow: () => void events.tell({ kind: 'remindOfSeats' }),
  })

  return { show: window.show, followLink: (link) => void followLink(link, console, showWith) }
}
