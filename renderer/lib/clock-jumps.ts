const LOOK_EVERY_MS = 1_000
/** Less than this a time server adjusts, or a busy window is late. */
const SMALLEST_JUMP_MS = 1_500

const watching = new Set<() => void>()
let stopLooking: (() => void) | null = null

/**
 * Tells when the wall clock and the window's own part company: the machine slept (the window's own stood still), or somebody
 * set the clock. Which of the two main knows. Returns the way to stop. However many watch, one timer looks.
 */
export function watchClockJumps(onJump: () => void): () => void {
  const tell = () => onJump()
  watching.add(tell)
  stopLooking ??= startLooking()
  return () => {
    watching.delete(tell)
    if (watching.size > 0) return
    stopLooking?.()
    stopLooking = null
  }
}

function startLooking(): () => void {
  const apartNow = () => Date.now() - performance.now()
  let apartMs = apartNow()
  const look = () => {
    const before = apartMs
    apartMs = apartNow()
    if (Math.abs(apartMs - before) > SMALLEST_JUMP_MS) for (const tell of [...watching]) tell()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  // The window is looked at again: sooner than the timer, which may have slept too.
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
  }
}
