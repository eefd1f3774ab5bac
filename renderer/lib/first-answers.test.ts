import { expect, test, vi } from 'vitest'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { answeringEarly } from './first-answers.ts'

const question = { call: 'rooms.list', input: {} }
const changed: EarshotEvent = { kind: 'changed', topics: ['rooms'] }

function aTransport() {
  const listeners = new Set<(event: EarshotEvent) => void>()
  let asked = 0
  const call = vi.fn(async () => {
    asked += 1
    return asked
  })
  const listen = (listener: (event: EarshotEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const tell = (event: EarshotEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  return { early: answeringEarly({ call, listen }), call, tell, listeners }
}

test('an early answer serves the first who asks the same, and nobody after', async () => {
  const { early, call } = aTransport()
  void early.askEarly(question)
  expect([await early.call('rooms.list', {}), await early.call('rooms.list', {})]).toEqual([1, 2])
  void early.askEarly(question)
  expect(await early.call('rooms.list', { of: 'another' })).toBe(4)
  expect(call).toHaveBeenCalledTimes(4)
})

test('a change makes early answers old, and is told to the first who listens', async () => {
  const { early, tell } = aTransport()
  void early.askEarly(question)
  tell(changed)
  const heard: EarshotEvent[] = []
  early.listen((event) => heard.push(event))
  expect(heard).toEqual([changed])
  expect(await early.call('rooms.list', {})).toBe(2)
  void early.askEarly(question)
  tell(changed)
  expect(heard).toEqual([changed, changed])
  expect(await early.call('rooms.list', {})).toBe(4)
})

test('what nobody asked by the first drawing is forgotten, and what is asked early only then is not kept', async () => {
  const { early, listeners } = aTransport()
  void early.askEarly(question)
  early.forgetEarly()
  expect(await early.call('rooms.list', {})).toBe(2)
  expect(await early.askEarly(question)).toBe(3)
  expect(await early.call('rooms.list', {})).toBe(4)
  expect(listeners.size).toBe(0)
})
