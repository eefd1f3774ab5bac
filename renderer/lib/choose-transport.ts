import type { EarshotEvent } from '../../shared/contract/events.ts'
import { useConnection } from './connection-store.ts'
import { openDoorSocket } from './door-socket.ts'
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
  useConnection.setState({ state: 'open', failedTries: 0 })
  return { call: (name, input) => bridge.call(name, input), listen: (listener) => bridge.on(listener) }
}

/** Without a token there is nobody to ask: calls stay open for ever while the App shows where the link is. */
function closedTransport(): Transport {
  useConnection.setState({ state: 'no_token', failedTries: 0 })
  return { call: () => new Promise(() => {}), listen: () => () => {} }
}

export function chooseTransport(): Transport {
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
    show: (state, failedTries) => useConnection.setState({ state, failedTries }),
  })
}
