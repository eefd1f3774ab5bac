import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asked } from './asked.ts'
import { lockInstance } from './instance-lock.ts'
import { windowsToClose } from './open-windows.ts'

type Used =
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setBadgeCount'
  | 'setPath'
  | 'whenReady'

/** An event that remembers that it was prevented. */
export class StandInEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

const notHere = () => {
  throw new Error('not on the stand-in')
}

class StandInApp extends EventEmitter implements Pick<Electron.App, Used> {
  /** The switches Chromium was given. */
  readonly switches = new Set<string>()
  readonly commandLine = {
    hasSwitch: (name: string) => this.switches.has(name),
    appendArgument: notHere,
    appendSwitch: notHere,
    getSwitchValue: notHere,
    removeSwitch: notHere,
  }
  isPackaged = false
  #isReady = false
  #isQuitting = false

  enableSandbox() {
    if (this.#isReady) throw new Error('app.enableSandbox() must be called before the app is ready')
    asked.isSandboxEnabled = true
  }
  isReady() {
    return this.#isReady
  }
  whenReady() {
    return new Promise<void>((resolve) => {
      if (this.#isReady) resolve()
      else
        setImmediate(() => {
          this.#isReady = true
          this.emit('ready')
          resolve()
        })
    })
  }
  getAppPath() {
    return process.cwd()
  }
  getName() {
    return 'Earshot'
  }
  getLocale() {
    return 'zh-CN'
  }
  getVersion(): string {
    return JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')).version
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]) {
    return asked.paths[name] ?? join(tmpdir(), `earshot-stand-in-${process.pid}-${name}`)
  }
  setPath(name: string, path: string) {
    asked.paths[name] = path
  }
  setAppUserModelId() {}
  setAsDefaultProtocolClient(protocol: string) {
    asked.protocolClients.push(protocol)
    return true
  }
  setBadgeCount(count = 0) {
    asked.badgeCount = count
    return true
  }
  #releaseLock = () => {}
  requestSingleInstanceLock() {
    const lock = lockInstance(this.getPath('userData'), (argv) =>
      this.emit('second-instance', new StandInEvent(), argv, process.cwd(), null),
    )
    if (lock !== null) this.#releaseLock = lock.release
    return lock !== null
  }
  releaseSingleInstanceLock() {
    this.#releaseLock()
  }

  /** before-quit, the windows one by one, will-quit, quit: as Electron documents; any of them may call it off. */
  quit() {
    if (this.#isQuitting) return
    const before = new StandInEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#isQuitting = true
    const allClosed = windowsToClose().every((window) => window.requestClose())
    if (allClosed) this.quitWithoutWindows()
    else this.#isQuitting = false
  }
  /** Every window is closed: the application's say, or the end of a quit that has begun. */
  windowsAreClosed() {
    if (this.#isQuitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  private quitWithoutWindows() {
    const will = new StandInEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) return
    this.exit(0)
  }
  exit(code = 0) {
    asked.exitCodes.push(code)
    this.emit('quit', new StandInEvent(), code)
    this.leave(code)
  }
  /** How the process ends: booting puts process.exit here, unit tests go on. */
  leave: (code: number) => void = () => {}
}

export const app = new StandInApp()
