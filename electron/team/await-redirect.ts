import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Language } from '../data-folder.ts'
import { loginPage } from './login-page.ts'

export interface AwaitedRedirect {
  /** Where the company's login sends the browser back to. */
  readonly uri: string
  /** What it was sent back with, or why it never was. */
  readonly came: Promise<URL | 'too_late' | 'cancelled'>
  cancel(): void
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

/**
 * Waits on this machine alone for the browser to come back from a login (RFC 8252): takes the one request that has the state, once, and is
 * gone then. Others are refused and change nothing, so nobody ends or fills somebody else's login.
 */
export async function awaitRedirect(state: string, language: Language, withinMs: number): Promise<AwaitedRedirect> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve())
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const uri = `http://${host}/callback`
  let end: (how: URL | 'too_late' | 'cancelled') => void = () => {}
  const came = new Promise<URL | 'too_late' | 'cancelled'>((resolve) => {
    end = (how) => {
      clearTimeout(timer)
      server.close()
      resolve(how)
    }
  })
  const timer = setTimeout(() => end('too_late'), withinMs)
  let isTaken = false
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = URL.parse(request.url ?? '', uri)
    const isIt = url?.pathname === '/callback' && request.method === 'GET' && request.headers.host === host
    if (isTaken || !isIt || !isSame(url.searchParams.get('state'), state))
      return void response.writeHead(isTaken ? 410 : 400, HEADERS).end()
    isTaken = true
    const page = loginPage(url.searchParams.has('error') ? 'denied' : 'done', language)
    response.writeHead(200, HEADERS).end(page)
    end(new URL(`${uri}${url.search}`))
  })
  // A console that ends does not wait for a browser.
  server.unref()
  timer.unref()
  return {
    ...{ uri, came },
    cancel: () => {
      end('cancelled')
      server.closeAllConnections()
    },
  }
}

function isSame(given: string | null, wanted: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
