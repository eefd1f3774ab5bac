import { EventEmitter } from 'node:events'
import { asked } from './asked.ts'
import { pages } from './page-host.ts'

type Used = 'id' | 'send' | 'setWindowOpenHandler' | 'reload' | 'isDestroyed'

/** What is asked of a frame here. */
export interface StandInFrame extends Pick<Electron.WebFrameMain, 'frameTreeNodeId'> {
  url: Electron.WebFrameMain['url']
}

export class StandInContents extends EventEmitter implements Pick<Electron.WebContents, Used> {
  readonly id: number
  readonly mainFrame: StandInFrame
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  #isDestroyed = false

  constructor(id: number) {
    super()
    this.id = id
    this.mainFrame = { url: '', frameTreeNodeId: id * 100 }
  }
  send(channel: string, ...args: unknown[]) {
    asked.sent.push({ windowId: this.id, channel, args })
    pages.host.send(this.id, channel, args)
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]) {
    this.windowOpenHandler = handler
  }
  reload() {
    pages.host.reload(this.id)
  }
  isDestroyed() {
    return this.#isDestroyed
  }
  destroyed() {
    this.#isDestroyed = true
    this.emit('destroyed')
  }
}
