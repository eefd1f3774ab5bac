import { app } from 'electron'

let isTold = false

/** A signal asked for the end, not a person. */
export const isToldToEnd = (): boolean => isTold

/**
 * Checkpoints and lets go of the data folder before the process ends, whoever asks for the end. In `will-quit`, when the
 * windows are gone: their last drafts still find the console open.
 */
export function closeCleanly(close: () => Promise<void>): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    close().then(
      () => app.exit(0),
      () => app.exit(1),
    )
  })
  const quit = () => {
    isTold = true
    app.quit()
  }
  process.on('SIGINT', quit).on('SIGTERM', quit).on('SIGHUP', quit)
}
