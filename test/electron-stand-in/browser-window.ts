import { EventEmitter } from 'node:events'
import { app, StandInEvent } from './app.ts'
import { asked } from './asked.ts'
import { windowClosed, windowOpened } from './open-windows.ts'
import { pages } from './page-host.ts'
import { StandInContents } from './web-contents.ts'

type Used =
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'setBackgroundColor'
  | 'setTitle'
  | 'show'

const windows = new Map<number, BrowserWindow>()
let nextId = 1

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used> {
  static getAllWindows() {
    return [...windows.values()]
  }
  static getFocusedWindow() {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null
  }
  static fromId(id: number) {
    return windows.get(id) ?? null
  }

  readonly id = nextId++
  readonly webContents = new StandInContents(this.id)
  bounds: Electron.Rectangle
  #is = { maximized: false, minimized: false, visible: false, destroyed: false, focused: false }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    asked.windows.push(options)
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options
    this.bounds = { x, y, width, height }
    windows.set(this.id, this)
    windowOpened(this)
    app.emit('web-contents-created', new StandInEvent(), this.webContents)
    pages.host.open(this.id, { preload: webPreferences?.preload ?? '', width, height })
  }
  private called(name: string) {
    asked.windowCalls.push(`${name} ${this.id}`)
  }
  async loadURL(url: string) {
    asked.loaded.push(url)
    pages.host.load(this.id, url)
  }
  show() {
    this.called('show')
    this.#is = { ...this.#is, visible: true, focused: true }
  }
  focus() {
    this.called('focus')
    this.#is.focused = true
  }
  minimize() {
    this.#is.minimized = true
  }
  restore() {
    this.called('restore')
    this.#is.minimized = false
  }
  maximize() {
    this.#is.maximized = true
  }
  reload() {
    this.webContents.reload()
  }
  isFocused() {
    return this.#is.focused
  }
  isVisible() {
    return this.#is.visible
  }
  isMaximized() {
    return this.#is.maximized
  }
  isMinimized() {
    return this.#is.minimized
  }
  isDestroyed() {
    return this.#is.destroyed
  }
  getBounds() {
    return this.bounds
  }
  getNormalBounds() {
    return this.bounds
  }
  setBackgroundColor(color: string) {
    asked.windowCalls.push(`setBackgroundColor ${this.id} ${color}`)
  }
  setTitle(title: string) {
    asked.windowCalls.push(`setTitle ${this.id} ${title}`)
  }
  close() {
    this.requestClose()
  }
  requestClose() {
    if (this.#is.destroyed) return true
    const event = new StandInEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.destroy()
    return true
  }
  destroy() {
    if (this.#is.destroyed) return
    this.#is.destroyed = true
    windows.delete(this.id)
    pages.host.close(this.id)
    this.webContents.destroyed()
    this.emit('closed')
    if (windowClosed(this) === 0) app.windowsAreClosed()
  }
}
