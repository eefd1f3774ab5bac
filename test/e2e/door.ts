import WebSocket from 'ws'
import { createClient } from '../../renderer/lib/client.ts'
import type { Client } from '../../shared/contract/contract.ts'

export interface Door {
  readonly client: Client
  close(): void
}

/** Knocks at the browser shell's door as its own page would. `address` is what «Earshot ready:» printed. */
export async function openDoor(address: string): Promise<Door> {
  const { origin, host, hash } = new URL(address)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const socket = new WebSocket(`ws://${host}/door`, ['earshot', token], { origin })
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let nextId = 1
  socket.on('message', (data) => {
    const message: { id?: number; answer?: unknown } = JSON.parse(String(data))
    if (message.id === undefined) return
    waiting.get(message.id)?.resolve(message.answer)
    waiting.delete(message.id)
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the door was closed'))
    waiting.clear()
  })
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  const client = createClient(
    (call, input) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve, reject })
        socket.send(JSON.stringify({ id, call, input }))
      }),
  )
  return { client, close: () => socket.terminate() }
}

/** The value of an accepted answer; throws with the refusal. */
export async function accepted<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; code: string; detail: unknown }>,
): Promise<T> {
  const given = await answer
  if (!given.ok) throw new Error(`refused: ${given.code} ${JSON.stringify(given.detail)}`)
  return given.value
}
