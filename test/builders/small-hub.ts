import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Changes, CONTRACT_VERSION, Question, SUBPROTOCOL, type UploadedRow } from '../../electron/team/wire.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'

/** What it was asked, as it came. */
export interface AskedOfHub {
  readonly call: string
  readonly input: unknown
  readonly command?: string | undefined
}

export interface SmallHubOptions {
  /** Answers a call; undefined: never. */
  answer?(asked: AskedOfHub): unknown
  readonly tls?: { key: string; cert: string }
  readonly port?: number
  readonly hubId?: string
  readonly contract?: number
  /** `code → refusal`; a code that is not here is good. */
  readonly codes?: Record<string, string>
}

export const TOKEN = 'a-token-that-nobody-guesses'

/** A hub that speaks the wire and keeps nothing: each command is done once by its id, and every fault can be made to happen. */
export async function aSmallHub(options: SmallHubOptions = {}) {
  const hubId = options.hubId ?? '01930000-0000-7000-8000-0000000000aa'
  const me = { personId: '01930000-0000-7000-8000-0000000000bb', name: '何静', role: 'coordinator' as const }
  const asked: AskedOfHub[] = []
  const uploads: { generation: number; entries: UploadedRow[] }[] = []
  const joins: unknown[] = []
  /** Rows of what all desks share, told to whoever asks what changed. */
  const copies: Changes['rows'] = []
  const done = new Map<string, unknown>()
  const open = new Set<WebSocket>()
  let generation = 0
  let tokensSeen = 0
  let later: (() => void)[] | null = null
  let isGreeting = true
  const faults = {
    /** The next command is done, and the connection is cut before its answer. */
    cutBeforeAnswer: 0,
    /** The next command cuts the connection before anything is done. */
    cutBeforeDoing: 0,
    refuses: null as 401 | 403 | 429 | 503 | null,
    /** What it says of changes instead. */
    changes: null as unknown,
  }

  const serve = (socket: WebSocket) => {
    const send = (message: unknown) => socket.send(JSON.stringify(message))
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    socket.on('message', (data) => {
      const said = JSON.parse(String(data))
      if ('hello' in said) {
        if (!isGreeting) return
        generation += 1
        const hub = { id: hubId, name: '总部', appVersion: '0.0.0', contract: options.contract ?? CONTRACT_VERSION }
        const at = new Date().toISOString()
        return send({ welcome: { hub, deskId: v7(), generation, me, at } })
      }
      if ('rows' in said) {
        uploads.push(said.rows)
        return send({ id: said.id, answer: { ok: true } })
      }
      if ('since' in said)
        return send({
          id: said.id,
          answer: faults.changes ?? {
            ...{ ok: true, value: { cursor: '1', isAnew: false, hasMore: false, rows: copies, gone: [] } },
          },
        })
      const { id, call, input, command } = Question.parse(said)
      // What the work on files asks by itself, whatever a test is about: this hub keeps no ledger.
      if (call.startsWith('deskExports.'))
        return send({ id, answer: { ok: false, code: 'offline', detail: { since: new Date().toISOString() } } })
      asked.push({ call, input, command })
      if (command !== undefined && faults.cutBeforeDoing > 0) {
        faults.cutBeforeDoing -= 1
        return socket.terminate()
      }
      const answer =
        (command === undefined ? undefined : done.get(command)) ?? options.answer?.({ call, input, command })
      // A refusal did nothing, and is not kept.
      if (command !== undefined && isAccepted(answer)) done.set(command, answer)
      if (command !== undefined && faults.cutBeforeAnswer > 0) {
        faults.cutBeforeAnswer -= 1
        return socket.terminate()
      }
      if (later !== null) later.push(() => send({ id, answer: answer ?? { ok: true, value: null } }))
      else if (answer !== undefined) send({ id, answer })
    })
  }

  let server: Server
  let sockets: WebSocketServer
  const start = async (port: number, tls = options.tls) => {
    server = (tls === undefined ? createServer() : createTlsServer(tls)) as Server
    sockets = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL })
    server.on('request', async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      if (request.url !== '/join') return response.writeHead(404).end('not here')
      const wish = JSON.parse(body)
      joins.push(wish)
      const refusal = options.codes?.[wish.code]
      const joined = { token: TOKEN, hub: { id: hubId, name: '总部' }, deskId: v7(), me }
      response.writeHead(refusal === undefined ? 200 : 403, { 'content-type': 'application/json' })
      response.end(JSON.stringify(refusal === undefined ? joined : { code: refusal }))
    })
    server.on('upgrade', (request, stream, head) => {
      stream.on('error', () => {})
      tokensSeen += 1
      const isKnown = request.url === '/desk' && request.headers.authorization === `Bearer ${TOKEN}`
      const status = faults.refuses ?? (isKnown ? null : 401)
      if (status !== null) return stream.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      sockets.handleUpgrade(request, stream, head, serve)
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  const stop = async () => {
    for (const socket of open) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const port = await start(options.port ?? 0)
  return {
    hubId,
    me,
    port,
    address: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/`,
    asked,
    copies,
    uploads,
    joins,
    faults,
    generation: () => generation,
    connections: () => open.size,
    tell: (event: EarshotEvent | object) => {
      for (const socket of open) socket.send(JSON.stringify({ event }))
    },
    /** As when a switch fails: without a goodbye. */
    cut: () => {
      for (const socket of open) socket.terminate()
    },
    closeWith: (code: number) => {
      for (const socket of open) socket.close(code)
    },
    /** The connections there are now stay open, and nothing more is heard on them or said. */
    goSilent: () => {
      for (const socket of open) socket.pause()
    },
    /** Whoever connects from now on is not answered. */
    greetsNobody: () => {
      isGreeting = false
    },
    /** What was said meanwhile is heard now. */
    speakAgain: () => {
      for (const socket of open) socket.resume()
    },
    /** From now on answers are put there instead of being sent; null: no more. */
    answerLater: (answers: (() => void)[] | null) => {
      later = answers
    },
    tokensSeen: () => tokensSeen,
    stop,
    /** On the same port, with another certificate if one is given. */
    startAgain: async (tls = options.tls) => void (await start(port, tls)),
  }
}

const isAccepted = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
