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
    `earshot://call?ref=${'9'.repeat(65)}`,
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

  test('our own options are picked out from between those of Chromium, Node and the link', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '/work/app', '--data', '/d', '--lang=en']
    expect(
      ownArguments([...argv, '--no-sandbox', '--demo', 'earshot://call?ref=1', '--port', '0', '--no-open']),
    ).toEqual(['--data', '/d', '--lang=en', '--demo', '--port', '0', '--no-open'])
  })

  test('a link is never taken for the value of an option', () => {
    expect(ownArguments(['earshot', '--data', 'earshot://call?ref=1'])).toEqual(['--data'])
    expect(ownArguments(['earshot', '--lang', '--demo'])).toEqual(['--lang', '--demo'])
  })
})

describe('following a link', () => {
  const refusal = (code: string) => ({ ok: false as const, code, detail: {} })

  test('opens the call in the running session and shows it', async () => {
    const call = vi.fn(async () => ({ ok: true as const, value: { id: callId, sessionId, number: 3 } }))
    const tell = vi.fn()
    await followLink('earshot://call?ref=A-1', call, tell)
    expect(call).toHaveBeenCalledWith('sessions.openByReference', { reference: 'A-1' })
    expect(tell.mock.calls).toEqual([[{ kind: 'showCall', sessionId, callId }]])
  })

  test('nobody listens: to the start of listening, with the reference', async () => {
    const tell = vi.fn()
    await followLink('earshot://call?ref=A%201%26x', async () => refusal('nobody_listening'), tell)
    expect(tell.mock.calls).toEqual([[{ kind: 'goTo', path: '/listen?ref=A%201%26x' }]])
  })

  test('a closed workspace or a link of somebody else: nothing happens', async () => {
    const tell = vi.fn()
    const call = vi.fn(async () => refusal('workspace_closed'))
    await followLink('earshot://call?ref=A-1', call, tell)
    await followLink('earshot://call?ref=A-1&then=delete', call, tell)
    expect(call).toHaveBeenCalledOnce()
    expect(tell).not.toHaveBeenCalled()
  })
})
