import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { resolveStatic, securityHeaders } from '../static-files.ts'
import { isOwnPage, ownScheme } from './own-pages.ts'

/** Before `ready`, once. Standard and secure give the scheme an origin; everything that would weaken it is written out as off. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: ownScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
        allowExtensions: false,
      },
    },
  ])
}

const refuse = (status: number) => new Response(null, { status, headers: securityHeaders })

/** Answers one request for `app://console/…` from `root`; every other host, method or path gets nothing. */
export async function answerAppRequest(root: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  if (!isOwnPage(request.url)) return refuse(403)
  const file = resolveStatic(root, new URL(request.url).pathname)
  if (file === null) return refuse(404)
  const bytes = await readFile(file.path)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: { ...securityHeaders, 'content-type': file.mimeType, 'cache-control': 'no-cache' },
  })
}

/** After `ready`. A handler serves one session and no other. */
export function serveRenderer(root: string, { protocol }: Pick<Session, 'protocol'>): void {
  protocol.handle(ownScheme, (request) => answerAppRequest(root, request))
}
