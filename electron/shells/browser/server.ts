import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { OwnDoor } from '../../door.ts'
import { contentSecurityPolicy, resolveStatic, securityHeaders } from '../static-files.ts'
import { carriesToken, isOwnHost, isOwnOrigin, isTwofold, newToken, ownHosts, PROTOCOL } from './guard.ts'
import { FRAME_LIMIT_BYTES, serveWindow } from './socket.ts'

export interface ServerOptions {
  readonly call: OwnDoor
  readonly on: (listener: (event: EarshotEvent) => void) => () => void
  /** The built renderer. */
  readonly root: string
  /** 0: any free one. */
  readonly port: number
}

export interface OpenServer {
  readonly port: number
  readonly token: string
  /** With the token in the fragment, which browsers send to nobody. */
  readonly address: string
  /**
   * An address that leads to `address` once, within a minute. For command lines: other accounts of this machine can read those, and what
   * they read there has been used up.
   */
  oneTimeAddress(): string
  close(): Promise<void>
}

/** Each piece of a file costs a turn of this process and of the browser: of what hears, 6 MB, hundreds, seconds on a busy machine. */
const PIECE_BYTES = 2 ** 20

/** Longer than a browser takes to start on a busy machine. */
const ENTRY_LIFE_MS = 60_000

/** Rejects with the system's error (`EADDRINUSE`) when the port cannot be had. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const token = newToken()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_LIMIT_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => PROTOCOL,
  })
  sockets.on('connection', (socket) => serveWindow(socket, options.call, options.on))

  const entries = new Set<string>()
  const server = createServer((request, response) => {
    const place = { root: options.root, port: portOf(server) }
    answerPage(request, response, place, (path) => (entries.delete(path) ? `/#token=${token}` : null))
  })
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => {})
    if (isTwofold(request.rawHeaders)) return refuseUpgrade(stream, '400 Bad Request')
    if (!mayConnect(request, portOf(server), token)) return refuseUpgrade(stream, '403 Forbidden')
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
  })
  await listen(server, options.port)

  const port = portOf(server)
  return {
    port,
    token,
    address: `http://127.0.0.1:${port}/#token=${token}`,
    oneTimeAddress: () => {
      const path = `/enter/${newToken()}`
      entries.add(path)
      // One that nobody took stands in a command line for as long as the window is open.
      setTimeout(() => entries.delete(path), ENTRY_LIFE_MS).unref()
      return `http://127.0.0.1:${port}${path}`
    },
    close: () => closeAll(server, sockets),
  }
}

/** Host against rebinding, Origin against other pages, the token against other programs and users of this machine. */
function mayConnect(request: IncomingMessage, port: number, token: string): boolean {
  const { host, origin } = request.headers
  const isToken = carriesToken(request.headers['sec-websocket-protocol'], token)
  return request.url === '/door' && isOwnOrigin(origin, host, port) && isToken
}

/** `enter` uses up a one-time path and says where it leads; null for every other path. */
function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  { root, port }: { root: string; port: number },
  enter: (path: string) => string | null,
): void {
  const end = (status: number, headers: Record<string, string> = {}) =>
    response.writeHead(status, { ...headersFor(port), ...headers }).end()
  if (isTwofold(request.rawHeaders)) return void end(400)
  if (!isOwnHost(request.headers.host, port)) return void end(403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return void end(405, { allow: 'GET, HEAD' })
  const [path = '/'] = (request.url ?? '/').split('?')
  const location = request.method === 'GET' ? enter(path) : null
  if (location !== null) return void end(302, { location })
  const file = path === '/door' || path.startsWith('/enter/') ? null : resolveStatic(root, path)
  if (file === null) return void end(404)
  // Built files under /assets carry a hash of their bytes in the name; anything else may differ after an update.
  const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
  response.writeHead(200, { ...headersFor(port), 'content-type': file.mimeType, 'cache-control': caching })
  if (request.method === 'HEAD') return void response.end()
  // Not pipe(): it leaves the file open when the reader goes away in the middle.
  pipeline(createReadStream(file.path, { highWaterMark: PIECE_BYTES }), response, () => {})
}

/** Newer browsers read `'self'` as ws: too, older ones as http: only; so both addresses are named. */
function headersFor(port: number): Record<string, string> {
  const sockets = ownHosts(port).map((host) => `ws://${host}`)
  const policy = contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${sockets.join(' ')}`)
  return { ...securityHeaders, 'content-security-policy': policy, 'cache-control': 'no-store' }
}

/** Says nothing about which of the checks failed, and does not wait for the other end: one that never goes would hold up our own end. */
function refuseUpgrade(stream: Duplex, status: '400 Bad Request' | '403 Forbidden'): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy())
}

/** Loopback only, whatever the machine's name resolves to. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const portOf = (server: Server): number => (server.address() as AddressInfo | null)?.port ?? 0

/** Windows get a proper goodbye and what was still to be sent; one that does not answer is cut off after a second. */
function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001)
  const impatience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
  }, 1_000)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
