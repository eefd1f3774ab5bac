import { useConnection } from './connection-store.ts'

/**
 * Keeps watch over words that are on their way to the disk: has them sent again when the connection is back, and warns before the window closes on
 * them. Returns the way to stop.
 */
export function watchOver(isSending: () => boolean, sendAgain: () => void): () => void {
  const stop = useConnection.subscribe((now, before) => {
    if (now.state === 'open' && before.state !== 'open') sendAgain()
  })
  const warn = (event: BeforeUnloadEvent) => {
    if (isSending()) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  return () => {
    stop()
    window.removeEventListener('beforeunload', warn)
  }
}
