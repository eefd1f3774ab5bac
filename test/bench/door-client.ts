import { once } from 'node:events'
import { WebSocket } from 'ws'

export interface DoorClient {
  /** The value of an accepted answer; rejects when it was refused. */
  call(name: string, input: unknown): Promise<unknown>
  close(): void
}

/** A window's connection to the browser shell, with token and Origin as a window has them. */
export async function connectToDoor(address: string): Promise<DoorClient> {
  const { host, hash, origin } = new URL(address)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const socket = new WebSocket(`ws://${host}/door`, ['earshot', token], { origin })
  const waiting = new Map<number, (answer: Answer) => void>()
  let lastId = 0
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number; answer?: Answer }
    if (message.id === undefined || message.answer === undefined) return
    waiting.get(message.id)?.(message.answer)
    waiting.delete(message.id)
  })
  await once(socket, 'open')
  return {
    call: async (name, input) => {
      lastId += 1
      const id = lastId
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
      socket.send(JSON.stringify({ id, call: name, input }))
      const answer = await answered
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.code}`)
      return answer.value
    },
    close: () => socket.close(),
  }
}

type Answer = { ok: true; value: unknown } | { ok: false; code: string }
