/**
 * - `connecting`: the first connection is being made; calls wait for it
 * - `open`
 * - `reconnecting`: it was open and dropped; calls are refused at once with ConnectionLost
 * - `no_token`: this page was opened without the link that Earshot printed; nothing can be asked
 */
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'no_token'

export interface Connection {
  state: ConnectionState
  /** Failed tries since the last open connection. */
  failedTries: number
}

let now: Connection = { state: 'connecting', failedTries: 0 }
let tell: (connection: Connection) => void = () => {}

/** Said by the transport, which is there before any store is. */
export function showConnection(connection: Connection): void {
  now = connection
  tell(now)
}

/** Hears how the connection is, and from then on whenever it changes. */
export function followConnection(listener: (connection: Connection) => void): void {
  tell = listener
  tell(now)
}
