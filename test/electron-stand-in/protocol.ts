import { app } from './app.ts'
import { asked } from './asked.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

export class StandInProtocol
  implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>
{
  readonly handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (asked.schemes.length > 0) throw new Error('protocol.registerSchemesAsPrivileged should be called only once')
    asked.schemes = schemes
  }
  handle(scheme: string, handler: Handler) {
    if (!app.isReady()) throw new Error('protocol.handle needs the default session: only after ready')
    if (this.handlers.has(scheme)) throw new Error(`protocol '${scheme}' is handled already`)
    this.handlers.set(scheme, handler)
    asked.handledSchemes.push(scheme)
  }
  isProtocolHandled(scheme: string) {
    return this.handlers.has(scheme)
  }

  /** What a page gets for this address. */
  async answer(url: string, method: string): Promise<Response> {
    const handler = this.handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) return new Response(null, { status: 404 })
    return handler(new Request(url, { method }))
  }
}

export const protocol = new StandInProtocol()
