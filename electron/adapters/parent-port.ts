/** The other end of an `AbandonableChild`: what a child process hears and tells. */
export interface ParentPort {
  onMessage(listener: (message: unknown) => void): void
  /** `sent`: it is on its way. */
  tell(message: unknown, sent?: () => void): void
}

interface UtilityPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/**
 * Started by Node's fork() or by Electron's utilityProcess (packaged Electron cannot fork: its runAsNode fuse is off); the two
 * differ only in how messages travel.
 */
export function parentPort(): ParentPort {
  const utilityPort = (process as { parentPort?: UtilityPort }).parentPort
  if (utilityPort === undefined)
    return {
      onMessage: (listener) => void process.on('message', listener),
      tell: (message, sent = () => {}) => void process.send?.(message, () => sent()),
    }
  return {
    onMessage: (listener) => utilityPort.on('message', ({ data }) => listener(data)),
    tell: (message, sent = () => {}) => {
      utilityPort.postMessage(message)
      sent()
    },
  }
}
