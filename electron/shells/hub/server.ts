import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Guest, Hearing, House, Unwelcome } from '../../compose/house.ts'
import { systemClock } from '../../system-clock.ts'
import { HANDSHAKE, LONGEST_MESSAGE_BYTES, SUBPROTOCOL } from '../../team/wire.ts'
import { clockSteps, type SettableClock } from './clock-steps.ts'
import { type DeskSocket, serveDesk } from './desk-socket.ts'
import { LIMITS, type Limits } from './limits.ts'
import { answerRequest } from './requests.ts'
import { telling } from './telling.ts'
import { countTries } from './tries.ts'

export interface HubServerOptions {
  readonly house: House
  readonly appVersion: string
  /** 127.0.0.1 where there is no certificate: the caller has seen to that. */
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  readonly limits?: Partial<Limits>
  readonly clock?: SettableClock
}

export interface OpenHubServer {
  readonly port: number
  /** Desks that are connected. */
  connections(): number
  /** Takes nobody new, answers what is in work, and says goodbye to the desks. */
  close(): Promise<void>
}

/** Rejects with the system's error (`EADDRINUSE`) when the port cannot be had, and with OpenSSL's when the certificate is none. */
export async function openHubServer(options: HubServerOptions): Promise<OpenHubServer> {
  const { house, appVersion, tls } = options
  const limits = { ...LIMITS, ...options.limits }
  let isEnding = false
  const desks = new Set<DeskSocket>()
  const sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES, perMessageDeflate: false },
    handleProtocols: () => SUBPROTOCOL,
  })
  const requests = { house, appVersion, tries: countTries(limits.joinTries), isEnding: () => isEnding }
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    void answerRequest(requests, request, response).catch(() => response.destroy())
  // Whoever takes longer to say what they want, or says nothing, is let go at the next look: left alone, Node looks twice a minute.
  const patience = {
    ...{ headersTimeout: limits.helloMs, requestTimeout: limits.helloMs, connectionsCheckingInterval: limits.helloMs },
    handshakeTimeout: limits.helloMs,
  }
  const server: Server = tls === null ? createPlain(patience, answer) : createSecure({ ...patience, ...tls }, answer)

  const admit = (socket: WebSocket, deskId: string) => {
    const desk = serveDesk(socket, deskId, house, limits, (guest) => {
      // Its earlier connection is an old one by now.
      for (const other of desks) if (other !== desk && other.guest()?.deskId === guest.deskId) other.end('superseded')
    })
    desks.add(desk)
    socket.on('close', () => desks.delete(desk))
    if (isEnding) void desk.finish()
  }
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => {})
    void letIn(house, request, isEnding).then(
      (known) => {
        if (typeof known === 'number') return refuseUpgrade(stream, known)
        sockets.handleUpgrade(request, stream, head, (socket) => admit(socket, known.deskId))
      },
      () => refuseUpgrade(stream, HANDSHAKE.databaseAway),
    )
  })
  const told = telling<DeskSocket>(limits.tellMs, (desk, topics) => desk.tell({ kind: 'changed', topics }))
  const stopHearing = house.on({
    changed: (topics) => told.changed(topics, desks),
    doubtful: (who) => {
      for (const desk of desks) if (isAmong(desk.guest(), who)) void askAgain(house, desk)
    },
    away: () => {
      for (const desk of desks) desk.end('databaseAway')
    },
  })
  await listen(server, options)
  const wasSet = clockSteps(options.clock ?? systemClock)
  const beats = setInterval(() => {
    // Desks date by what its clock showed as they greeted: they greet anew.
    const mustGreet = wasSet()
    for (const desk of desks)
      if (mustGreet) desk.end('databaseAway')
      else desk.beat()
  }, limits.heartbeatMs)
  return {
    port: portOf(server),
    connections: () => desks.size,
    close: async () => {
      isEnding = true
      clearInterval(beats)
      stopHearing()
      told.end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.race([
        Promise.all([...desks].map((desk) => desk.finish())),
        wait(limits.endMs, null, { ref: false }),
      ])
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, 1_000)
      await closed
      clearTimeout(impatience)
    },
  }
}

const isAmong = (guest: Guest | null, who: Parameters<Hearing['doubtful']>[0]): boolean =>
  guest !== null && (who === null || who.deskIds.includes(guest.deskId) || who.personIds.includes(guest.personId))

const ASK_AGAIN_MS = 1_000

/** Until it is known. What it asks meanwhile is refused or not by what it is then. */
async function askAgain(house: House, desk: DeskSocket): Promise<void> {
  const guest = desk.guest()
  if (guest === null) return
  let standing = await house.standing(guest)
  while (standing === 'busy' && !desk.isGone()) {
    await wait(ASK_AGAIN_MS, null, { ref: false })
    standing = await house.standing(guest)
  }
  if (standing !== 'stands' && standing !== 'busy') desk.end(standing)
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

const refusalOf = (why: Unwelcome): number =>
  why === 'token' || why === 'personRemoved' || why === 'busy' ? HANDSHAKE[why] : HANDSHAKE.databaseAway

/** Whose desk it is, or the status with which it is refused. */
async function letIn(house: House, request: IncomingMessage, isEnding: boolean): Promise<{ deskId: string } | number> {
  if (request.url !== '/desk') return 404
  if (isEnding) return HANDSHAKE.databaseAway
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  if (!protocols.includes(SUBPROTOCOL)) return 400
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) return HANDSHAKE.token
  const known = await house.known(token)
  return typeof known === 'string' ? refusalOf(known) : known
}

/** Does not wait for the other end: one that never goes would hold up our own end. */
function refuseUpgrade(stream: Duplex, status: number): void {
  const text = `HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  stream.end(text, () => stream.destroy())
}

function listen(server: Server, { host, port }: HubServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const portOf = (server: Server): number => (server.address() as AddressInfo | null)?.port ?? 0
