import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { mayOpenExternally } from '../../electron/shells/electron/open-external.ts'
import { denyPermissions, guardContents, secureApp } from '../../electron/shells/electron/security.ts'
import { start as startShell } from '../../electron/shells/electron/start.ts'
import { openMainWindow, securePreferences } from '../../electron/shells/electron/windows.ts'
import { app, StandInEvent } from '../electron-stand-in/app.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { session } from '../electron-stand-in/session.ts'
import { StandInContents } from '../electron-stand-in/web-contents.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

beforeAll(() => secureApp())
beforeEach(forgetAsked)

const openWindow = (isPackaged: boolean) => {
  const settings = { readWindowPlace: () => null, saveWindowPlace: () => {} }
  openMainWindow({ settings, preloadPath: '/out/preload.cjs', iconPath: '/icon.png', title: 'Earshot', isPackaged })
  return asked.windows.at(-1)?.webPreferences
}

test('every renderer runs in a sandbox', () => {
  forgetAsked()
  secureApp()
  expect(asked.isSandboxEnabled).toBe(true)
})

describe('an installed console without its sandbox', () => {
  const start = () => startShell({ argv: ['earshot'], openSettings: neverAsked, openLog: neverAsked })
  const neverAsked = () => {
    throw new Error('went on without a sandbox')
  }
  afterEach(() => {
    app.isPackaged = false
    app.switches.clear()
  })

  test('refuses to start and says what to do instead', async () => {
    app.isPackaged = true
    app.switches.add('no-sandbox')
    await start()
    expect(asked.errorBoxes).toHaveLength(1)
    expect(asked.errorBoxes[0]?.content).toMatch(/\.deb/)
    expect(asked.exitCodes).toEqual([1])
  })
})

test('a window is made with every preference that could open a door written out', () => {
  expect(openWindow(true)).toEqual({ ...securePreferences, devTools: false, preload: '/out/preload.cjs' })
  expect(securePreferences).toEqual({
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
    partition: 'console',
    spellcheck: false,
  })
})

test('what is installed has no developer tools', () => {
  expect(openWindow(true)?.devTools).toBe(false)
  expect(openWindow(false)?.devTools).toBe(true)
})

/** Contents made by anybody, guarded because the application guards all. */
function anyContents() {
  const contents = new StandInContents(99)
  app.emit('web-contents-created', new StandInEvent(), contents)
  return contents
}

function isStopped(event: string, url: string, isMainFrame = true): boolean {
  const details = Object.assign(new StandInEvent(), { url, isMainFrame })
  anyContents().emit(event, details)
  return details.defaultPrevented
}

describe.each(['will-navigate', 'will-frame-navigate'])('%s', (event) => {
  test.each([
    'https://example.com/',
    'http://app/console/',
    'file:///etc/passwd',
    'app://console.evil/',
    'app://someone@console/',
    'app://console:80/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'not an address',
  ])('is denied to %s', (url) => expect(isStopped(event, url)).toBe(true))

  test('is denied to a frame inside the page, even to a page of ours', () =>
    expect(isStopped(event, 'app://console/today', false)).toBe(true))

  test('lets the window load a page of ours again', () => expect(isStopped(event, 'app://console/today')).toBe(false))
})

test('every redirect is denied', () => {
  expect(isStopped('will-redirect', 'app://console/today')).toBe(true)
  expect(isStopped('will-redirect', 'https://example.com/')).toBe(true)
})

test('a webview is never attached', () => {
  expect(isStopped('will-attach-webview', '')).toBe(true)
})

test('no page opens a window, whatever the address', () => {
  const contents = anyContents()
  for (const url of ['https://example.com/', 'app://console/today', 'about:blank', 'mailto:service@example.com'])
    expect(contents.windowOpenHandler?.({ url } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
})

test('only a bare e-mail address leaves for another program', () => {
  const contents = anyContents()
  const addresses = [
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'smb://share/folder',
    'javascript:alert(1)',
    'mailto:service@example.com?subject=words',
    'mailto:service@example.com?body=words',
    'mailto:a@example.com,b@example.com',
    'mailto:service@example.com#x',
    'ms-settings:',
    'vscode://file/etc/passwd',
    'mailto:',
    'mailto:service@example.com',
  ]
  for (const url of addresses) contents.windowOpenHandler?.({ url } as Electron.HandlerDetails)
  expect(asked.openedExternally).toEqual(['mailto:service@example.com'])
  expect(addresses.filter(mayOpenExternally)).toEqual(['mailto:service@example.com'])
})

const permissions = [
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'media',
  'display-capture',
  'geolocation',
  'fullscreen',
  'openExternal',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'midi',
  'idle-detection',
  'local-network-access',
  'unknown',
]

describe('permissions', () => {
  beforeAll(() => denyPermissions(session.defaultSession as unknown as Electron.Session))

  const isChecked = (permission: string, origin = 'app://console/') =>
    session.defaultSession.check?.(null, permission as 'hid', origin, { isMainFrame: true, requestingUrl: origin })
  const isGranted = (permission: string, requestingUrl = 'app://console/today') => {
    let granted: boolean | null = null
    const hear = (isAllowed: boolean) => {
      granted = isAllowed
    }
    const details = { isMainFrame: true, requestingUrl }
    session.defaultSession.request?.({} as Electron.WebContents, permission as 'hid', hear, details)
    return granted
  }

  test.each(permissions)('%s is denied when checked and when requested', (permission) => {
    expect([isChecked(permission), isGranted(permission)]).toEqual([false, false])
  })

  test.each(['clipboard-sanitized-write', 'notifications'])('%s is allowed to our own page alone', (permission) => {
    expect([isChecked(permission), isGranted(permission)]).toEqual([true, true])
    expect([isChecked(permission, 'https://example.com'), isGranted(permission, 'https://example.com/')]).toEqual([
      false,
      false,
    ])
  })

  test('no device is handed over', () => {
    expect(session.defaultSession.device?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false)
  })
})

test('guarding contents is what the application does with each page it makes', () => {
  const contents = new StandInContents(7)
  guardContents(contents as unknown as Electron.WebContents)
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
  expect(events.map((event) => contents.listenerCount(event))).toEqual([1, 1, 1, 1])
  expect(contents.windowOpenHandler).not.toBeNull()
})
