import { topics } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { ConnectionLost } from './answers.ts'
import type { ConnectionState } from './connection.ts'
import type { Transport } from './transport.ts'

/** What a socket tells its owner. `heard` gets the data of a message. */
export interface SocketHandlers {
  opened: () => void
  heard: (data: unknown) => void
  closed: () => void
}

export interface Socket {
  send(text: string): void
}

export interface DoorSocketParts {
  open: (handlers: SocketHandlers) => Socket
  /** Runs something later. */
  after: (delayMs: number, run: () => void) => void
  show: (state: ConnectionState, failedTries: number) => void
}

interface Waiting {
  text: string
  resolve: (answer: unknown) => void
  reject: (reason: ConnectionLost) => void
}

/** 200 ms, doubled for each failed try, at most 5 s. */
export const retryDelayMs = (failedTries: number): number => Math.min(5_000, 200 * 2 ** Math.min(failedTries, 10))

/**
 * Calls over one WebSocket: `{ id, call, input }` out, `{ id, answer }` and `{ event }` in.
 * Before the first open calls wait (they were never sent). After a drop everything in flight rejects with ConnectionLost
 * and is not repeated: main may have done it. After a reconnect listeners get one `changed` for all topics they missed.
 */
export function openDoorSocket({ open, after, show }: DoorSocketParts): Transport {
  const listeners = new Set<(event: EarshotEvent) => void>()
  const inFlight = new Map<number, Waiting>()
  let nextId = 1
  let socket: Socket | null = null
  let isOpen = false
  let wasOpen = false
  let failedTries = 0

  const tell = (event: EarshotEvent) => {
    for (const listener of listeners) listener(event)
  }

  const hear = (data: unknown) => {
    if (typeof data !== 'string') return
    const message: unknown = JSON.parse(data)
    if (typeof message !== 'object' || message === null) return
    if ('event' in message) tell(message.event as EarshotEvent)
    if ('id' in message && typeof message.id === 'number' && 'answer' in message) {
      const waiting = inFlight.get(message.id)
      inFlight.delete(message.id)
      waiting?.resolve(message.answer)
    }
  }

  const connect = () => {
    socket = open({
      opened: () => {
        isOpen = true
        failedTries = 0
        show('open', 0)
        for (const waiting of inFlight.values()) socket?.send(waiting.text)
        if (wasOpen) tell({ kind: 'changed', topics })
        wasOpen = true
      },
      heard: hear,
      closed: () => {
        isOpen = false
        if (wasOpen) {
          const lost = [...inFlight.values()]
          inFlight.clear()
          for (const waiting of lost) waiting.reject(new ConnectionLost())
        }
        failedTries += 1
        show(wasOpen ? 'reconnecting' : 'connecting', failedTries)
        after(retryDelayMs(failedTries - 1), connect)
      },
    })
  }

  show('connecting', 0)
  connect()

  return {
    call: (call, input) =>
      new Promise((resolve, reject) => {
        if (!isOpen && wasOpen) {
          reject(new ConnectionLost())
          return
        }
        const id = nextId++
        const text = JSON.stringify({ id, call, input })
        inFlight.set(id, { text, resolve, reject })
        if (isOpen) socket?.send(text)
      }),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
