import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Greeted, Guest, House, Replied, Unwelcome } from '../../compose/house.ts'
import { CLOSED, Hello, Question, Since, Upload } from '../../team/wire.ts'
import type { Limits } from './limits.ts'

/** Close codes of RFC 6455. */
const GOES = 1001
const UNSUPPORTED = 1003
const POLICY = 1008
const TRY_AGAIN = 1013

const CODES: Readonly<Record<Unwelcome, number>> = { ...CLOSED, databaseAway: TRY_AGAIN }

const Message = z.union([Question, Upload, Since])
type Message = z.infer<typeof Message>

export interface DeskSocket {
  /** Null until it has greeted. */
  guest(): Guest | null
  /** Nothing where it has not greeted yet: it reads everything after that. */
  tell(event: EarshotEvent): void
  /** Pings; a desk that was not heard for three pings is let go. */
  beat(): void
  isGone(): boolean
  /** Ends it for this reason. */
  end(why: Unwelcome): void
  /** Takes nothing more, answers what is in work, and says goodbye. */
  finish(): Promise<void>
}

/** Serves one desk that has shown its token: its greeting, then any number of messages at once. */
export function serveDesk(
  socket: WebSocket,
  deskId: string,
  house: House,
  limits: Limits,
  greeted: (guest: Guest) => void,
): DeskSocket {
  let guest: Guest | null = null
  let isEnding = false
  let beatsUnheard = 0
  const waiting: string[] = []
  const inWork = new Set<Promise<void>>()
  /** Lots of rows come after one another. */
  let lastLot: Promise<unknown> = Promise.resolve()

  const sendText = (text: string) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.unsentBytes) socket.terminate()
    else socket.send(text)
  }
  const send = (message: object) => sendText(JSON.stringify(message))
  /** In pieces of one message: a list of all people is made into bytes once for all desks. */
  const sendAnswer = (id: number, bytes: Buffer) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.unsentBytes) return socket.terminate()
    socket.send(`{"id":${id},"answer":`, { binary: false, fin: false })
    socket.send(bytes, { binary: false, fin: false })
    socket.send('}', { binary: false, fin: true })
  }
  const end = (why: Unwelcome) => socket.close(CODES[why], why)

  const greet = async (text: string) => {
    const hello = read(Hello, text)
    if (hello === null) return socket.close(POLICY)
    clearTimeout(deadline)
    const { contract, formerly, begun } = hello.hello
    const answer: Greeted | Unwelcome = await house.greet(deskId, contract, formerly, begun)
    if (typeof answer === 'string') return end(answer)
    guest = answer.guest
    greeted(guest)
    send({ welcome: answer.welcome })
  }
  const reply = (asker: Guest, message: Message): Promise<Replied> => {
    if ('call' in message) return house.ask(asker, message)
    const lot =
      'rows' in message ? () => house.upload(asker, message.rows) : () => house.since(asker, message.since, message.has)
    const done = lastLot.then(lot)
    lastLot = done.catch(() => {})
    return done
  }
  const handle = async (text: string) => {
    if (guest === null) return greet(text)
    const message = read(Message, text)
    if (message === null) return socket.close(POLICY)
    const replied = await reply(guest, message)
    if ('end' in replied) end(replied.end)
    else if ('bytes' in replied) sendAnswer(message.id, replied.bytes)
    else send({ id: message.id, answer: replied.answer })
  }
  /** The greeting alone, then so many at once. */
  const work = () => {
    while (waiting.length > 0 && inWork.size < (guest === null ? 1 : limits.inWork)) {
      const text = waiting.shift() ?? ''
      if (socket.readyState !== socket.OPEN) continue
      const done: Promise<void> = handle(text)
        .catch(() => socket.close(TRY_AGAIN))
        .finally(() => {
          inWork.delete(done)
          work()
        })
      inWork.add(done)
    }
    if (waiting.length > 0) socket.pause()
    else if (socket.isPaused) socket.resume()
  }

  const deadline = setTimeout(() => socket.close(POLICY), limits.helloMs)
  const heard = () => {
    beatsUnheard = 0
  }
  socket.on('ping', heard).on('pong', heard)
  socket.on('close', () => {
    clearTimeout(deadline)
    waiting.length = 0
  })
  // ws closes by itself after a frame that is too long or no UTF-8; without a listener that would end the process.
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    heard()
    if (isEnding) return
    if (isBinary) return socket.close(UNSUPPORTED)
    waiting.push(String(data))
    work()
  })
  return {
    guest: () => guest,
    tell: (event) => {
      if (guest !== null) send({ event })
    },
    beat: () => {
      // One that waits for us cannot be heard.
      if (!socket.isPaused) beatsUnheard += 1
      if (beatsUnheard > 3) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
    },
    isGone: () => socket.readyState !== socket.OPEN,
    end,
    finish: async () => {
      isEnding = true
      waiting.length = 0
      await Promise.allSettled(inWork)
      if (socket.isPaused) socket.resume()
      socket.close(GOES)
    },
  }
}

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
