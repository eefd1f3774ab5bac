import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { ownArguments } from '../../electron/shells/electron/command-line.ts'
import { followLink } from '../../electron/shells/electron/follow-link.ts'
import { linkIn, referenceFromLink } from '../../electron/shells/electron/links.ts'

const sessionId = '01930000-0000-7000-8000-000000000001'
const callId = '01930000-0000-7000-8000-000000000002'

describe('earshot://call?ref=…', () => {
  test.each([
    ['earshot://call?ref=A-1029', 'A-1029'],
    ['earshot://call/?ref=A-1029', 'A-1029'],
    ['earshot://call?ref=%E7%94%B5%E8%AF%9D-7', '电话-7'],
    ['earshot://call?ref=%20A1%20', 'A1'],
    [`earshot://call?ref=${'9'.repeat(64)}`, '9'.repeat(64)],
    ['earshot://call?ref=A+1029', 'A+1029'],
    ['earshot://call?ref=%2B86-1', '+86-1'],
    ['earshot://call?ref=%252B86', '%2B86'],
    ['earshot://call?ref=a=b;c', 'a=b;c'],
    ['EARSHOT://Call/?ref=A1', 'A1'],
    ['earshot://call?ref=电话-7', '电话-7'],
    ['earshot://call?ref=%F0%9F%93%9E1', '📞1'],
  ])('%s names a call', (link, reference) => expect(referenceFromLink(link)).toBe(reference))

  test.each([
    'earshot://call',
    'earshot://call?ref=',
    'earshot://call?ref=%20',
    'earshot://call?ref=1&ref=2',
    'earshot://call?ref=1&data=/etc',
    'earshot://call?REF=1',
    'earshot://call/more?ref=1',
    'earshot://call?ref=1#x',
    'earshot://someone@call?ref=1',
    'earshot://call:80?ref=1',
    'earshot://tickets?ref=1',
    'earshot:call?ref=1',
    'https://call?ref=1',
    'earshot://call?ref=a%0Ab',
    'earshot://call?ref=a%E2%80%AEb',
    'earshot://call?ref=%D0%D5',
    'earshot://call?ref=%D1%D5',
    'earshot://call?ref=%C0%AF',
    'earshot://call?ref=%ED%A0%BD',
    'earshot://call?ref=%E7%94',
    'earshot://call?ref=100%',
    'earshot://call?ref=%u7535',
    'earshot://call?ref=%EF%BF%BD',
    'earshot://call?ref=\ufffd1',
    'earshot://call?ref=\ud83d1',
    'earshot://call?ref=a\tb',
    'earshot://call?ref=a\nb',
    ' earshot://call?ref=1',
    'earshot://call?ref=a b',
    'earshot://call?ref=a%00',
    'earshot://call?ref=%E2%80%8B1',
    'earshot://call?ref=1%E2%80%8D2',
    'earshot://call?ref=1%CD%8F',
    'earshot://call?ref=%E3%85%A4',
    'earshot://call?ref=1%EF%B8%8F',
    'earshot://call?ref=1%C2%A02',
    'earshot://call?ref=%EE%80%80',
    'earshot://call?Ref=1',
    'earshot://call?%72ef=1',
    'earshot://call?&ref=1',
    'earshot://call//?ref=1',
    'earshot://call.?ref=1',
    'earshot://call/..?ref=1',
    'earshot:///call?ref=1',
    'earshot:\\\\call?ref=1',
    `earshot://call?ref=${'9'.repeat(65)}`,
    `earshot://call?ref=${'%39'.repeat(64)}${'%20'.repeat(200)}`,
    `earshot://call?ref=1${' '.repeat(600)}`,
    'nonsense',
    '',
  ])('%j is nothing', (link) => expect(referenceFromLink(link)).toBeNull())
})

describe('among the arguments of a start', () => {
  test('exactly one link counts', () => {
    expect(linkIn(['earshot', '--data', '/d', 'earshot://call?ref=1'])).toBe('earshot://call?ref=1')
    expect(linkIn(['earshot', '--data', '/d'])).toBeNull()
    expect(linkIn(['earshot://call?ref=1', 'earshot://call?ref=2'])).toBeNull()
  })

  test('our own options are picked out from between those of Chromium and Node', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '/work/app', '--data', '/d', '--lang=en']
    expect(ownArguments([...argv, '--no-sandbox', '--demo', '--port', '0', '--no-open'])).toEqual([
      '--data',
      '/d',
      '--lang=en',
      '--demo',
      '--port',
      '0',
      '--no-open',
    ])
  })

  test('a switch is never taken for the value of an option', () => {
    expect(ownArguments(['earshot', '--lang', '--demo'])).toEqual(['--lang', '--demo'])
  })

  test.each([
    [['earshot', '--data', '/elsewhere', 'earshot://call?ref=1']],
    [['earshot', 'earshot://call?ref=1', '--data', '\\\\server\\share', '--demo']],
    [['earshot', 'EARSHOT://call?ref=1', '--data=/elsewhere']],
    [['earshot', '--data', 'Earshot://call?ref=1', '--port', '80']],
    [['earshot', 'earshot:anything', '--lang', 'en']],
    [['earshot', 'earshot://call?ref=1', 'earshot://call?ref=2', '--no-open']],
  ])('beside a link no option is obeyed, because the page that made the link may have made the option: %j', (argv) => {
    expect(ownArguments(argv)).toEqual([])
  })
})

describe('following a link', () => {
  const upgraded = async () => {}
  const refusal = (code: string) => ({ ok: false as const, code, detail: {} })

  test('opens the call in the running session and shows it', async () => {
    const call = vi.fn(async () => ({ ok: true as const, value: { id: callId, sessionId, number: 3 } }))
    const tell = vi.fn()
    await followLink('earshot://call?ref=A-1', { call, upgraded }, tell)
    expect(call).toHaveBeenCalledWith('sessions.openByReference', { reference: 'A-1' })
    expect(tell.mock.calls).toEqual([[{ kind: 'showCall', sessionId, callId }]])
  })

  test('nobody listens: to the start of listening, with the reference', async () => {
    const tell = vi.fn()
    await followLink('earshot://call?ref=A%201%26x', { call: async () => refusal('nobody_listening'), upgraded }, tell)
    expect(tell.mock.calls).toEqual([[{ kind: 'goTo', path: '/listen?ref=A%201%26x' }]])
  })

  test('a closed workspace or a link of somebody else: nothing happens', async () => {
    const tell = vi.fn()
    const call = vi.fn(async () => refusal('workspace_closed'))
    await followLink('earshot://call?ref=A-1', { call, upgraded }, tell)
    await followLink('earshot://call?ref=A-1&then=delete', { call, upgraded }, tell)
    expect(call).toHaveBeenCalledOnce()
    expect(tell).not.toHaveBeenCalled()
  })

  test('while older data is brought up to date it waits, and is not lost', async () => {
    const call = vi.fn(async () => refusal('nobody_listening'))
    const tell = vi.fn()
    const { promise, resolve } = Promise.withResolvers<void>()
    const following = followLink('earshot://call?ref=A-1', { call, upgraded: () => promise }, tell)
    await setImmediate()
    expect(call).not.toHaveBeenCalled()
    resolve()
    await following
    expect(tell.mock.calls).toEqual([[{ kind: 'goTo', path: '/listen?ref=A-1' }]])
  })
})
