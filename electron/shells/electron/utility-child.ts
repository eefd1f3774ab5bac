import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'

/** A process that can be given up; the same shape as the one for plain Node. */
export interface UtilityChild {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  abandon(): void
}

/**
 * Starts a child for work on files that may take long or never end. Not fork(): an installed Electron refuses to act as plain Node (the
 * runAsNode fuse is off), and this way is there for it.
 */
export function startUtilityChild(entry: URL): UtilityChild {
  const child = utilityProcess.fork(fileURLToPath(entry), [], { stdio: 'ignore', serviceName: 'Earshot files' })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.once('exit', listener)
    },
    abandon: () => {
      const { pid } = child
      child.kill()
      // kill() asks; a process in the middle of a dead drive does not listen.
      if (pid !== undefined) endHard(pid)
    },
  }
}

function endHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended at the first word.
  }
}
