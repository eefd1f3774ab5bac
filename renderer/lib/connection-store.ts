import { create } from 'zustand'
import { type Connection, followConnection } from './connection.ts'

export const useConnection = create<Connection>()(() => ({ state: 'connecting', failedTries: 0 }))

followConnection((connection) => useConnection.setState(connection))

/** A short break mends itself; after this many tries the program itself was probably ended, and its pass with it. */
const LONG_AFTER_TRIES = 4
export const seemsEnded = ({ state, failedTries }: Connection): boolean =>
  state === 'reconnecting' && failedTries >= LONG_AFTER_TRIES
