import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { ConnectionLost } from './answers.ts'
import { createClient } from './client.ts'
import { openDoorSocket, retryDelayMs, type SocketHandlers } from './door-socket.ts'

/** What the calls of the contract change. */
const topicsOfTheContract = [
  ...new Set(Object.values(contract).flatMap((feature) => Object.values(feature).flatMap((entry) => entry.changes))),
].sort()

/** A door whose sockets open, speak and close when the test says so. */
function aDoor() {
  const sockets: { handlers: SocketHandlers; sent: string[] }[] = []
  const states: string[] = []
  const waits: { delayMs: number; run: () => void }[] = []
  const transport = openDoorSocket({
    open: (handlers) => {
      const sent: string[] = []
      sockets.push({ handlers, sent })
      return { send: (text) => sent.push(text) }
    },
    after: (delayMs, run) => waits.push({ delayMs, run }),
    show: (state, failedTries) => states.push(`${state} ${failedTries}`),
  })
  const newest = () => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }
  const tryAgain = () => {
    const wait = waits.shift()
    if (wait === undefined) throw new Error('nobody waits to connect')
    wait.run()
  }
  return { transport, newest, tryAgain, sockets, states, waits }
}

const answer = (id: number, value: unknown) => JSON.stringify({ id, answer: { ok: true, value } })

describe('calls over the door', () => {
  test('a call before the first open waits and is sent once', async () => {
    const door = aDoor()
    const asked = door.transport.call('rooms.list', {})
    expect(door.newest().sent).toEqual([])
    door.newest().handlers.opened()
    expect(door.newest().sent.map((text) => JSON.parse(text))).toEqual([{ id: 1, call: 'rooms.list', input: {} }])
    door.newest().handlers.heard(answer(1, 'room'))
    expect(await asked).toEqual({ ok: true, value: 'room' })
  })

  test('answers find their call in any order', async () => {
    const door = aDoor()
    door.newest().handlers.opened()
    const first = door.transport.call('a.b', 1)
    const second = door.transport.call('a.b', 2)
    door.newest().handlers.heard(answer(2, 'second'))
    door.newest().handlers.heard(answer(1, 'first'))
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ])
  })

  test('a drop rejects what is in flight, and nothing of it is sent again', async () => {
    const door = aDoor()
    door.newest().handlers.opened()
    const asked = door.transport.call('bookings.reserve', {})
    door.newest().handlers.closed()
    await expect(asked).rejects.toBeInstanceOf(ConnectionLost)
    door.tryAgain()
    door.newest().handlers.opened()
    expect(door.newest().sent).toEqual([])
  })

  test('a call while reconnecting is refused at once', async () => {
    const door = aDoor()
    door.newest().handlers.opened()
    door.newest().handlers.closed()
    await expect(door.transport.call('rooms.list', {})).rejects.toBeInstanceOf(ConnectionLost)
  })

  test('a call that waits for the first open survives failed tries', async () => {
    const door = aDoor()
    const asked = door.transport.call('rooms.list', {})
    door.newest().handlers.closed()
    door.tryAgain()
    door.newest().handlers.opened()
    door.newest().handlers.heard(answer(1, 'room'))
    expect(await asked).toEqual({ ok: true, value: 'room' })
  })
})

test('the state and the number of failed tries are shown', () => {
  const door = aDoor()
  door.newest().handlers.closed()
  door.tryAgain()
  door.newest().handlers.opened()
  door.newest().handlers.closed()
  expect(door.states).toEqual(['connecting 0', 'connecting 1', 'open 0', 'reconnecting 1'])
})

test('waits double up to five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(retryDelayMs)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000])
})

test('events reach the listeners; after a reconnect everything is refreshed once', () => {
  const door = aDoor()
  const heard: EarshotEvent[] = []
  const stop = door.transport.listen((event) => heard.push(event))
  door.newest().handlers.opened()
  expect(heard).toEqual([])
  door.newest().handlers.heard(JSON.stringify({ event: { kind: 'changed', topics: ['notes'] } }))
  door.newest().handlers.closed()
  door.tryAgain()
  door.newest().handlers.opened()
  expect(heard.map((event) => (event.kind === 'changed' ? [...event.topics].sort() : []))).toEqual([
    ['notes'],
    topicsOfTheContract,
  ])
  stop()
  door.newest().handlers.heard(JSON.stringify({ event: { kind: 'goTo', path: '/today' } }))
  expect(heard).toHaveLength(2)
})

test('what calls change is named by its feature, or is the part of one that a question of it follows', () => {
  expect(topicsOfTheContract.filter((topic) => !Object.hasOwn(contract, topic))).toEqual(['lifeDetails'])
})

test('the client names a call feature.call and hands the input on', async () => {
  const carried: unknown[] = []
  const client = createClient((call, input) => {
    carried.push([call, input])
    return Promise.resolve({ ok: true, value: [] })
  })
  await client.people.list({})
  expect(carried).toEqual([['people.list', {}]])
})
