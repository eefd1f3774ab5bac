import { EventEmitter } from 'node:events'
import { asked } from './asked.ts'
import { pages } from './page-host.ts'

type Used = 'id' | 'send' | 'setWindowOpenHandler' | 'reload' | 'isDestroyed'

/** The one field of a frame that is asked here. */
export type StandInFrame = Pick<Electron.WebFrameMain, 'url'>

export class StandInContents extends EventEmitter implements Pick<Electron.WebContents, Used> {
  readonly id: number
  readonly mainFrame: { url: string } = { url: '' }
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  #isDestroyed = false

  constructor(id: number) {
    super()
    this.id = id
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
