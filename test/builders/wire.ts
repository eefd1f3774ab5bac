import { connect, createServer, type Socket } from 'node:net'

export interface Wire {
  readonly port: number
  /** From now on nothing of what the far end says arrives, and nobody is told. */
  swallow(): void
  /** Every connection breaks, and new ones are refused until `mend`, which also hears the far end again. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** A wire between two ends that can be cut, or go dead without a word. */
export async function aWire(target: { readonly host: string; readonly port: number }): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let isSwallowing = false
  const server = createServer((near) => {
    const far = connect(target)
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => {
      if (!isSwallowing) near.write(bytes)
    })
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const breakAll = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
  }
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      breakAll()
    })
  await listen(0)
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    port,
    swallow: () => {
      isSwallowing = true
    },
    cut,
    mend: () => {
      isSwallowing = false
      return listen(port)
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  }
}
