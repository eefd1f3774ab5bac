import { connect, type Socket } from 'node:net'

export interface RawBytes {
  readonly socket: Socket
  /** Everything that was said, once the other side has ended. */
  readonly heard: Promise<string>
}

/** A connection on which these bytes are sent, and nothing else is done. */
export function rawBytes(host: string, bytes: string | Buffer = ''): RawBytes {
  const [name = '', port] = host.split(':')
  const said: Buffer[] = []
  const socket = connect(Number(port), name, () => socket.write(bytes))
  const heard = new Promise<string>((resolve) => {
    socket.on('data', (some) => said.push(some))
    socket.on('error', () => {}).on('close', () => resolve(String(Buffer.concat(said))))
  })
  return { socket, heard }
}

/** What asks for a desk's socket. */
export const upgradeTo = (path: string, ...headers: string[]): string =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
    ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', ...headers, '', ''],
  ].join('\r\n')
