import { create } from 'zustand'

/**
 * - `connecting`: the first connection is being made; calls wait for it
 * - `open`
 * - `reconnecting`: it was open and dropped; calls are refused at once with ConnectionLost
 * - `no_token`: this page was opened without the link that Earshot printed; nothing can be asked
 */
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'no_token'

interface Connection {
  state: ConnectionState
  /** Failed tries since the last open connection. */
  failedTries: number
}

export const useConnection = create<Connection>()(() => ({ state: 'connecting', failedTries: 0 }))
