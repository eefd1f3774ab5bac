import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { OwnDoor } from '../../door.ts'
import { channels } from './channels.ts'
import { isOwnPage } from './own-pages.ts'

type Sent = Pick<IpcMainInvokeEvent | IpcMainEvent, 'sender' | 'senderFrame'>

/**
 * Only the main frame of one of our own pages. A frame that left meanwhile is null, or throws when it is looked at: a
 * stranger either way. Frames are compared by their number, which is theirs in the whole application.
 */
export function isOurWindow({ sender, senderFrame }: Sent): boolean {
  try {
    if (senderFrame === null || senderFrame.frameTreeNodeId !== sender.mainFrame.frameTreeNodeId) return false
    return isOwnPage(senderFrame.url)
  } catch {
    return false
  }
}

export interface IpcParts {
  call: OwnDoor
  /** The window of this id shows a page that hears events now. */
  listening(webContentsId: number): void
  /** A frame that is not ours knocked; its message was not read. */
  stranger(): void
}

/** Carries calls from our windows to the door. Strangers get an error that says nothing. */
export function answerWindows({ call, listening, stranger }: IpcParts): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => {
    if (!isOurWindow(event)) {
      stranger()
      throw new Error('refused')
    }
    return call(typeof name === 'string' ? name : '', input)
  })
  ipcMain.on(channels.listening, (event) => {
    if (isOurWindow(event)) listening(event.sender.id)
    else stranger()
  })
}
