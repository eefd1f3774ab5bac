import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process that can be given up: what is needed of Node's fork() or Electron's utilityProcess. */
export interface AbandonableChild {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Also when it could not be started at all. */
  onExit(listener: () => void): void
  /** Ends it as hard as the system can, and does not wait: a process in a hung system call ends when the drive answers. */
  abandon(): void
}

export type StartChild = (entry: URL) => AbandonableChild

/** Plain Node: the browser shell and the tests. The Electron shell hands in its own. */
export const startNodeChild: StartChild = (entry) => {
  const child = fork(fileURLToPath(entry), { execArgv: [], stdio: 'ignore' })
  // A broken pipe to a child that just ended is told by its exit.
  child.on('error', () => {})
  return {
    send: (message) => {
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      let isTold = false
      const once = () => {
        if (!isTold) listener()
        isTold = true
      }
      child.on('exit', once)
      child.on('error', () => {
        if (child.pid === undefined) once()
      })
    },
    abandon: () => {
      child.kill('SIGKILL')
      if (child.connected) child.disconnect()
      child.unref()
    },
  }
}
