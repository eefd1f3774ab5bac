import { v7 } from 'uuid'
import { type ClientOptions, WebSocket } from 'ws'
import type { House } from '../../electron/compose/house.ts'
import { type HubOptions, openHouse } from '../../electron/compose-hub.ts'
import type { OwnDoor } from '../../electron/door.ts'
import { type HubServerOptions, openHubServer } from '../../electron/shells/hub/server.ts'
import { CONTRACT_VERSION, type Joined, SUBPROTOCOL, type Welcome } from '../../electron/team/wire.ts'
import { isCommand } from '../../shared/contract/contract.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { ForWhom } from '../../shared/contract/team/desks.ts'

export interface RunningHub {
  readonly house: House
  /** As whoever runs it. */
  readonly own: OwnDoor
  /** `127.0.0.1:40123` */
  readonly host: string
  /** A desk joins with a code that is made for it. */
  joined(whom: ForWhom, name?: string): Promise<Joined>
  close(): Promise<void>
}

/** A hub over this database, on a port of its own. */
export async function aHub(
  database: string,
  change: Partial<HubOptions> = {},
  server: Partial<HubServerOptions> = {},
): Promise<RunningHub> {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const opened = await openHouse({ database, name: '总部', appVersion: '0.0.0', log, ...change })
  if (!opened.ok) throw new Error(`the hub did not open: ${opened.code}`)
  const { house, own } = opened
  const running = await openHubServer({ house, appVersion: '0.0.0', host: '127.0.0.1', port: 0, tls: null, ...server })
  const host = `127.0.0.1:${running.port}`
  return {
    ...{ house, own, host },
    joined: async (whom, name) => {
      const { code } = await house.makeCode(whom)
      const answer = await join(host, { code, name, deskName: '东侧一号', appVersion: '0.0.0' })
      return (await answer.json()) as Joined
    },
    close: async () => {
      await running.close()
      await house.close()
    },
  }
}

/** `POST /join` with whatever is given. */
export const join = (host: string, wish: unknown): Promise<Response> =>
  fetch(`http://${host}/join`, { method: 'POST', body: JSON.stringify(wish) })

type Answer = { ok: true; value: unknown } | { ok: false; code: string; detail: unknown }

export interface RawDesk {
  readonly welcome: Welcome
  readonly events: EarshotEvent[]
  /** Code and reason with which the hub ended the connection. */
  readonly closed: Promise<string>
  ask(call: string, input: unknown, command?: string): Promise<Answer>
  /** Any other message that carries an id. */
  say(message: object): Promise<Answer>
  send(text: string | Buffer): void
  /** What is said to a message that is sent as a text and carries this id. */
  answerTo(id: number): Promise<Answer>
  /** Reads nothing more. */
  pause(): void
  close(): void
}

/** A desk's end of the wire with nothing behind it. Rejects with the status when the handshake is refused. */
export async function aRawDesk(
  host: string,
  token: string | null,
  contract = CONTRACT_VERSION,
  options: ClientOptions = {},
  hello: object = {},
): Promise<RawDesk> {
  const socket = await opened(host, token, options)
  const replies = new Map<number, (answer: Answer) => void>()
  const events: EarshotEvent[] = []
  let ids = 0
  let greeted: (welcome: Welcome) => void = () => {}
  const welcome = new Promise<Welcome>((resolve) => {
    greeted = resolve
  })
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code, reason) => resolve(`${code} ${String(reason)}`.trim()))
  })
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as {
      id?: number
      answer: Answer
      event?: EarshotEvent
      welcome?: Welcome
    }
    if (message.welcome !== undefined) greeted(message.welcome)
    else if (message.event !== undefined) events.push(message.event)
    else replies.get(message.id ?? 0)?.(message.answer)
  })
  const answerTo = (id: number) =>
    new Promise<Answer>((resolve, reject) => {
      replies.set(id, resolve)
      void closed.then((why) => reject(new Error(`closed: ${why}`)))
    })
  const say = (message: object) => {
    ids += 1
    const answer = answerTo(ids)
    socket.send(JSON.stringify({ id: ids, ...message }))
    return answer
  }
  const greeting = { appVersion: '0.0.0', contract, at: new Date().toISOString(), ...hello }
  socket.send(JSON.stringify({ hello: greeting }))
  const ended = closed.then((why) => Promise.reject(new Error(`closed: ${why}`)))
  ended.catch(() => {})
  return {
    ...{ events, closed, say, answerTo },
    welcome: await Promise.race([welcome, ended]),
    ask: (call, input, command = isCommand(call) ? v7() : undefined) => say({ call, input, command }),
    send: (text) => socket.send(text),
    pause: () => socket.pause(),
    close: () => (socket.isPaused ? socket.terminate() : socket.close()),
  }
}

/** The socket alone, before a word is said. */
export function opened(host: string, token: string | null, options: ClientOptions = {}): Promise<WebSocket> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`ws://${host}/desk`, SUBPROTOCOL, { ...options, headers })
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_, response) => reject(new Error(`refused: ${response.statusCode}`)))
    socket.once('error', reject)
  })
}
