import { create } from 'zustand'
import { type Connection, followConnection } from './connection.ts'

export const useConnection = create<Connection>()(() => ({ state: 'connecting', failedTries: 0 }))

followConnection((connection) => useConnection.setState(connection))
