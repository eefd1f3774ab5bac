import { app } from 'electron'

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
  const quit = () => app.quit()
  process.on('SIGINT', quit).on('SIGTERM', quit).on('SIGHUP', quit)
}
