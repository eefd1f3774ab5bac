import { app, StandInEvent } from './app.ts'
import { asked } from './asked.ts'
import { BrowserWindow } from './browser-window.ts'
import { desktop, shownNotifications } from './desktop.ts'
import { ipcMain } from './ipc-main.ts'
import { currentTray, Menu } from './menu-and-tray.ts'
import type { QuestionName, Questions } from './messages.ts'
import { sessionOfPages } from './session.ts'

type Answers = {
  [Name in QuestionName]: (
    ask: Questions[Name]['ask'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>
}

const contentsOf = (windowId: number) => BrowserWindow.fromId(windowId)?.webContents

/** Emits one of Electron's preventable navigation events; true when nobody prevented it. */
function mayGo(windowId: number, event: string, url: string, isMainFrame: boolean): boolean {
  const details = Object.assign(new StandInEvent(), { url, isMainFrame, isSameDocument: false })
  contentsOf(windowId)?.emit(event, details, url)
  return !details.defaultPrevented
}

/** Answers as Electron would bring each of them about in main. */
export const answers: Answers = {
  invoke: ({ from, channel, args }) => ipcMain.invoked(from, channel, args),
  message: ({ from, channel, args }) => {
    ipcMain.received(from, channel, args)
    return null
  },
  request: async ({ url, method }) => {
    const response = await sessionOfPages().protocol.answer(url, method)
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  },
  navigate: ({ windowId, url, isMainFrame }) => {
    const inMainFrame = !isMainFrame || mayGo(windowId, 'will-navigate', url, true)
    return mayGo(windowId, 'will-frame-navigate', url, isMainFrame) && inMainFrame
  },
  openWindow: ({ windowId, url }) => {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab' as const,
      referrer: { url: '', policy: 'no-referrer' as const },
    }
    return contentsOf(windowId)?.windowOpenHandler?.(details).action !== 'deny'
  },
  // Electron's own list of names is the type; a test may also ask for one that is not on it.
  permission: ({ permission, origin }) =>
    sessionOfPages().check?.(null, permission as 'notifications', origin, {
      isMainFrame: true,
      requestingUrl: origin,
    }) ?? true,
  leaving: ({ windowId, url }) => {
    const details = Object.assign(new StandInEvent(), { url, isMainFrame: true, isSameDocument: false })
    contentsOf(windowId)?.emit('did-start-navigation', details)
    return null
  },
  loaded: ({ windowId, url }) => {
    const window = BrowserWindow.fromId(windowId)
    if (window === null) return null
    window.webContents.mainFrame.url = url
    window.webContents.emit('did-finish-load')
    window.emit('ready-to-show')
    return null
  },
  closed: ({ windowId }) => {
    BrowserWindow.fromId(windowId)?.close()
    return null
  },
  asked: () => structuredClone(asked),
  choose: ({ where, id }) => {
    const menu = where === 'menu' ? Menu.getApplicationMenu() : currentTray()?.menu
    return menu?.choose(id) ?? false
  },
  clickNotification: ({ index }) => {
    shownNotifications()[index]?.emit('click')
    return null
  },
  openUrl: ({ url }) => {
    app.emit('open-url', new StandInEvent(), url)
    return null
  },
  pickFolder: ({ folder }) => {
    desktop.pickedFolder = folder
    return null
  },
  quit: () => {
    // After the answer is out.
    setImmediate(() => app.quit())
    return null
  },
}
