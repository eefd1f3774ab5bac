import { connect, createServer, type Socket } from 'node:net'

/** A wire to a hub that breaks where a test says: asked of each piece that passes, before it arrives. What a hub says can be read. */
export async function aCuttingWire(target: string, breaksAt: (from: 'desk' | 'hub', piece: Buffer) => boolean) {
  const [host = '', port = ''] = target.split(':')
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect({ host, port: Number(port) })
    const both = [near, far]
    const end = () => {
      for (const socket of both) {
        open.delete(socket)
        socket.destroy()
      }
    }
    for (const socket of both) {
      open.add(socket)
      socket.on('error', end).on('close', end)
    }
    near.on('data', (bytes) => (breaksAt('desk', bytes) ? end() : far.write(bytes)))
    far.on('data', (bytes) => (breaksAt('hub', bytes) ? end() : near.write(bytes)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const listening = address !== null && typeof address === 'object' ? address.port : 0
  return {
    address: new URL(`http://127.0.0.1:${listening}/`),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
