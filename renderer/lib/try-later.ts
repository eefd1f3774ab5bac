/** Why something is refused now and may be taken a moment later; nobody tells when. */
const PASSING: ReadonlySet<string> = new Set(['disk_full', 'file_held'])
const AGAIN_MS = 2_000

const due = new Set<string>()

/** Asks once more after a while where what was refused may be taken then. `what` it is about waits once, however often it is refused meanwhile. */
export function tryLater(what: string, code: string, tryAgain: () => void): void {
  if (!PASSING.has(code) || due.has(what)) return
  due.add(what)
  setTimeout(() => {
    due.delete(what)
    tryAgain()
  }, AGAIN_MS)
}
