import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { FILE_INPUT_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import type { OwnDoor } from '../../door.ts'

/** A little above the door's own limit for a file, so that the door can say `too_large`; beyond it the connection is closed. */
export const FRAME_LIMIT_BYTES = FILE_INPUT_LIMIT_BYTES + 200_000

/** What may wait for a window that reads slowly. Then it is let go, and finds everything again when it connects anew. */
const UNSENT_LIMIT_BYTES = 32 * 1024 * 1024

/** Close codes of RFC 6455. */
const UNSUPPORTED = 1003
const POLICY = 1008

const Request = z.object({
  id: z.union([z.number(), z.string().max(64)]),
  call: z.string().max(200),
  input: z.unknown(),
})

/** Serves one window that has already proved itself: `{id, call, input}` in, `{id, answer}` and `{event}` out. */
export function serveWindow(
  socket: WebSocket,
  call: OwnDoor,
  on: (listener: (event: EarshotEvent) => void) => () => void,
): void {
  const send = (message: unknown) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > UNSENT_LIMIT_BYTES) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  const stopListening = on((event) => send({ event }))
  socket.on('close', stopListening)
  // ws closes by itself after a frame that is too long or no UTF-8; without a listener that would end the process.
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(UNSUPPORTED)
    const request = readRequest(String(data))
    if (request === null) return socket.close(POLICY)
    void call(request.call, request.input).then((answer) => send({ id: request.id, answer }))
  })
}

function readRequest(text: string): z.infer<typeof Request> | null {
  try {
    return Request.parse(JSON.parse(text))
  } catch {
    return null
  }
}
