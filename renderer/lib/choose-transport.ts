import type { EarshotEvent } from '../../shared/contract/events.ts'
import { showConnection } from './connection.ts'
import { openDoorSocket } from './door-socket.ts'
import { answeringEarly, type EarlyTransport } from './first-answers.ts'
import { takeToken } from './token.ts'
import type { Transport } from './transport.ts'

/** What the Electron preload exposes. */
interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  on(listener: (event: EarshotEvent) => void): () => void
}

declare global {
  interface Window {
    readonly earshot?: Bridge
  }
}

function bridgeTransport(bridge: Bridge): Transport {
  showConnection({ state: 'open', failedTries: 0 })
  return { call: (name, input) => bridge.call(name, input), listen: (listener) => bridge.on(listener) }
}

/** Without a token there is nobody to ask: calls stay open for ever while the App shows where the link is. */
function closedTransport(): Transport {
  showConnection({ state: 'no_token', failedTries: 0 })
  return { call: () => new Promise(() => {}), listen: () => () => {} }
}

function chooseTransport(): Transport {
  if (window.earshot !== undefined) return bridgeTransport(window.earshot)
  const token = takeToken(window)
  if (token === null) return closedTransport()
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/door`
  return openDoorSocket({
    open: ({ opened, heard, closed }) => {
      const socket = new WebSocket(address, ['earshot', token])
      socket.onopen = opened
      socket.onclose = closed
      socket.onmessage = (event) => heard(event.data)
      return socket
    },
    after: (delayMs, run) => void setTimeout(run, delayMs),
    show: (state, failedTries) => showConnection({ state, failedTries }),
  })
}

let transport: EarlyTransport | undefined

/** Chosen at the first call: the preload's bridge in Electron, else the WebSocket of the server that served this page. */
export function transportOfPage(): EarlyTransport {
  transport ??= answeringEarly(chooseTransport())
  return transport
}
