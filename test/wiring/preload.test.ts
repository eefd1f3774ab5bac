import { expect, test, vi } from 'vitest'

const page = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  listeners: new Map<string, (event: object, ...args: unknown[]) => void>(),
  invoked: [] as unknown[][],
  sent: [] as unknown[][],
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => {
      page.exposed[name] = api
    },
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      page.invoked.push(args)
      return { ok: true }
    },
    send: (...args: unknown[]) => page.sent.push(args),
    on: (channel: string, listener: (event: object) => void) => page.listeners.set(channel, listener),
    removeListener: (channel: string, listener: unknown) => {
      if (page.listeners.get(channel) === listener) page.listeners.delete(channel)
    },
  },
}))

interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  on(listener: (...args: unknown[]) => void): () => void
}
await import('../../electron/preload.ts')
const bridge = page.exposed.earshot as Bridge

test('the page gets two named functions and nothing of Electron', () => {
  expect(Object.keys(page.exposed)).toEqual(['earshot'])
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
    ['call', 'function'],
    ['on', 'function'],
  ])
})

test('a call travels on its one channel; the page cannot choose another', async () => {
  await bridge.call('rooms.list', {})
  expect(page.invoked).toEqual([['earshot:call', 'rooms.list', {}]])
})

test('a listener hears the data, never the event; and can stop', () => {
  const heard = vi.fn()
  const stop = bridge.on(heard)
  expect(page.sent).toEqual([['earshot:listening']])
  page.listeners.get('earshot:event')?.({ sender: 'secret' }, { kind: 'goTo', path: '/today' }, 'more')
  expect(heard.mock.calls).toEqual([[{ kind: 'goTo', path: '/today' }]])
  stop()
  expect(page.listeners.size).toBe(0)
})
