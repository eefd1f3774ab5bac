import { EventEmitter } from 'node:events'
import { BrowserWindow } from './browser-window.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

/** Who sends: the window, and whether it is its main frame or another one, and where that frame is. */
export interface Sender {
  windowId: number
  isMainFrame: boolean
  url: string
}

class StandInIpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'handle' | 'removeHandler'> {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  removeHandler(channel: string) {
    this.handlers.delete(channel)
  }

  /** What `ipcRenderer.invoke` of that frame brings about. Like Electron, a page learns only the message of an error. */
  async invoked(from: Sender, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    // What the handler reads of Electron's event; the rest of that large type has no meaning here.
    const event = eventFrom(from) as unknown as Electron.IpcMainInvokeEvent
    return structuredClone(await handler(event, ...args))
  }
  /** What `ipcRenderer.send` of that frame brings about. */
  received(from: Sender, channel: string, args: unknown[]): void {
    this.emit(channel, eventFrom(from), ...args)
  }
}

function eventFrom({ windowId, isMainFrame, url }: Sender) {
  const sender = BrowserWindow.fromId(windowId)?.webContents
  if (sender === undefined) throw new Error(`No window ${windowId}`)
  if (isMainFrame) sender.mainFrame.url = url
  return {
    sender,
    senderFrame: isMainFrame ? sender.mainFrame : { url, frameTreeNodeId: windowId * 100 + 1 },
    type: 'frame',
  }
}

export const ipcMain = new StandInIpcMain()
