import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { channels } from '../../electron/shells/electron/channels.ts'
import { answerWindows, isOurWindow } from '../../electron/shells/electron/ipc.ts'
import { createWindowEvents } from '../../electron/shells/electron/window-events.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { BrowserWindow } from '../electron-stand-in/browser-window.ts'
import { ipcMain, type Sender } from '../electron-stand-in/ipc-main.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const call = vi.fn(async (name: string, input: unknown) => ({ ok: true as const, value: { name, input } }))
const stranger = vi.fn()
const events = createWindowEvents()
let windowId: number

beforeAll(() => {
  answerWindows({ call, stranger, listening: events.listening })
  windowId = new BrowserWindow().id
})
beforeEach(() => {
  forgetAsked()
  call.mockClear()
  stranger.mockClear()
})

const us = (change: Partial<Sender> = {}): Sender => ({
  windowId,
  isMainFrame: true,
  url: 'app://console/today',
  ...change,
})
const invoke = (from: Sender, ...args: unknown[]) => ipcMain.invoked(from, channels.call, args)

test('our own window reaches the door', async () => {
  expect(await invoke(us(), 'rooms.list', { a: 1 })).toEqual({
    ok: true,
    value: { name: 'rooms.list', input: { a: 1 } },
  })
})

test.each([
  ['another frame of our window', { isMainFrame: false }],
  ['a web page', { url: 'https://example.com/' }],
  ['a host that begins like ours', { url: 'app://console.evil/' }],
  ['a user name that looks like ours', { url: 'app://console@evil/' }],
  ['the same host under another scheme', { url: 'http://console/' }],
  ['a blank page', { url: 'about:blank' }],
  ['no address', { url: '' }],
])('%s is refused and reaches nothing', async (_who, change) => {
  await expect(invoke(us(change), 'rooms.list', {})).rejects.toThrow('refused')
  expect(call).not.toHaveBeenCalled()
  expect(stranger).toHaveBeenCalledOnce()
})

test('a frame that is gone, or throws when looked at, is a stranger', () => {
  const sender = { mainFrame: { frameTreeNodeId: 4 } } as Electron.WebContents
  const disposed = {
    frameTreeNodeId: 4,
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  } as Electron.WebFrameMain
  expect(isOurWindow({ sender, senderFrame: null })).toBe(false)
  expect(isOurWindow({ sender, senderFrame: disposed })).toBe(false)
})

test('a name that is no text is asked as no name, and the door refuses it', async () => {
  await invoke(us(), { toString: 'x' }, {})
  expect(call).toHaveBeenCalledWith('', {})
})

test('the only channels are a call and the notice of listening', () => {
  expect([...ipcMain.handlers.keys()]).toEqual(['earshot:call'])
  expect(ipcMain.eventNames()).toEqual(['earshot:listening'])
})

test('events go to windows that listen, and to nobody else', () => {
  const event = { kind: 'changed', topics: ['tickets'] } as const
  expect(events.tell(event)).toBe(false)
  ipcMain.received(us({ url: 'https://example.com/' }), channels.listening, [])
  expect(events.tell(event)).toBe(false)
  ipcMain.received(us(), channels.listening, [])
  expect(events.tell(event)).toBe(true)
  expect(asked.sent).toEqual([{ windowId, channel: 'earshot:event', args: [event] }])
  events.deaf(windowId)
  expect(events.tell(event)).toBe(false)
})
