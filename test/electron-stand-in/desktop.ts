import { EventEmitter } from 'node:events'
import { asked } from './asked.ts'

/** What the person at the desktop will pick and see; tests set it. */
export const desktop = {
  pickedFolder: null as string | null,
  /** Where the person saves a file; null: they change their mind. */
  pickedFile: null as string | null,
  /** The buttons the person will press in message boxes, one after the other; then always the one that Escape stands for. */
  pressed: [] as number[],
  displays: [{ x: 0, y: 0, width: 1920, height: 1040 }] as Electron.Rectangle[],
  isDark: false,
  /** Whether the system shows notifications; else each one fails, or nobody hears of it again. */
  showsNotifications: true as boolean | 'silent',
  /** Of the system's key store: with a key of this account, with one that lies in every Electron, or there is none. */
  keys: 'own' as 'own' | 'open' | 'none',
}

const pick = async (): Promise<Electron.OpenDialogReturnValue> => ({
  canceled: desktop.pickedFolder === null,
  filePaths: desktop.pickedFolder === null ? [] : [desktop.pickedFolder],
})

/** The window may be left out. */
type BoxArguments = [options: Electron.MessageBoxOptions] | [window: unknown, options: Electron.MessageBoxOptions]

function pressedIn(given: BoxArguments): number {
  const { message, detail = '', buttons = [], cancelId = 0 } = given.at(-1) as Electron.MessageBoxOptions
  asked.messageBoxes.push({ message, detail, buttons })
  return desktop.pressed.shift() ?? cancelId
}

export const dialog = {
  showMessageBox: async (...given: BoxArguments): Promise<Electron.MessageBoxReturnValue> => ({
    response: pressedIn(given),
    checkboxChecked: false,
  }),
  showMessageBoxSync: (...given: BoxArguments): number => pressedIn(given),
  showSaveDialog: async (): Promise<Electron.SaveDialogReturnValue> => ({
    canceled: desktop.pickedFile === null,
    filePath: desktop.pickedFile ?? '',
  }),
  showErrorBox: (title: string, content: string) => {
    asked.errorBoxes.push({ title, content })
  },
  showOpenDialog: pick,
} satisfies Pick<
  Electron.Dialog,
  'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog'
>

export const shell = {
  openExternal: async (url: string) => {
    asked.openedExternally.push(url)
  },
  openPath: async (path: string) => {
    asked.openedPaths.push(path)
    return ''
  },
  showItemInFolder: (path: string) => {
    asked.shownItems.push(path)
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>

/** Turned round: no key, and yet not to be read at a glance. */
const turned = (text: string) => [...text].reverse().join('')

export const safeStorage = {
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: async () => desktop.keys !== 'none',
  getSelectedStorageBackend: () => (desktop.keys === 'open' ? 'basic_text' : 'gnome_libsecret'),
  encryptStringAsync: async (text: string) => Buffer.from(turned(text)),
  decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: turned(String(bytes)) }),
} satisfies Partial<Electron.SafeStorage>

type ScreenPart = Pick<Electron.Display, 'id' | 'workArea' | 'bounds'>
const display = (area: Electron.Rectangle, id: number): ScreenPart => ({ id, workArea: area, bounds: area })

export const screen = {
  getPrimaryDisplay: () => display(desktop.displays[0] ?? { x: 0, y: 0, width: 1920, height: 1040 }, 0),
  getAllDisplays: () => desktop.displays.map(display),
} satisfies { [Name in 'getPrimaryDisplay' | 'getAllDisplays']: () => ScreenPart | ScreenPart[] }

class StandInTheme extends EventEmitter implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  get shouldUseDarkColors() {
    return this.themeSource === 'dark' || (this.themeSource === 'system' && desktop.isDark)
  }
  get themeSource() {
    return asked.themeSource as Electron.NativeTheme['themeSource']
  }
  set themeSource(source) {
    const before = this.shouldUseDarkColors
    asked.themeSource = source
    if (before !== this.shouldUseDarkColors) this.emit('updated')
  }
}
export const nativeTheme = new StandInTheme()

const shown: Notification[] = []
/** The notifications shown so far, oldest first; `emit('click')` clicks one. */
export const shownNotifications = (): readonly Notification[] => shown

export class Notification
  extends EventEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body'>
{
  static isSupported() {
    return true
  }
  readonly title: string
  readonly body: string
  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }
  show() {
    if (desktop.showsNotifications === 'silent') return
    if (!desktop.showsNotifications) return queueMicrotask(() => this.emit('failed', {}, 'nobody shows it'))
    shown.push(this)
    asked.notifications.push({ title: this.title, body: this.body })
    queueMicrotask(() => this.emit('show', {}))
  }
  close() {
    asked.closedNotifications += 1
  }
}
