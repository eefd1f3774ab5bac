import { LONGEST } from '../../shared/contract/limits.ts'

/** A window that is hidden paints nothing: then a draft waits no longer than this for the next frame. */
const NO_FRAME_MS = 50
/** The longest rest between two drafts: less than a key takes, so that a slow disk costs no character more. */
const LONGEST_REST_MS = 50

export interface DraftKeeper {
  /** Something changed; store it once the screen shows it. */
  touch(): void
  /** Store what waits now: the box loses its call, the window closes. Done when nothing is on its way any more. */
  flush(): Promise<void>
}

/**
 * Decides when to store: at once after the paint that shows the change, one draft on its way at a time, the newest text next. So what
 * a crash can cost is what is typed while one draft is written. `store` reads the box itself. After a store the next waits as long
 * again, up to a rest: a text of a whole book leaves main time for other things.
 */
export function makeDraftKeeper(store: () => Promise<void>, afterPaint: AfterPaint = onceShown): DraftKeeper {
  let hasChanged = false
  let isScheduled = false
  let onItsWay: Promise<void> | null = null
  let restMs = 0

  const send = async () => {
    isScheduled = false
    if (onItsWay !== null || !hasChanged) return
    hasChanged = false
    const began = performance.now()
    onItsWay = store()
    await onItsWay.catch(() => undefined)
    onItsWay = null
    restMs = Math.min(performance.now() - began, LONGEST_REST_MS)
    if (hasChanged) schedule()
  }
  const schedule = () => {
    if (isScheduled || onItsWay !== null) return
    isScheduled = true
    afterPaint(() => void send(), restMs)
  }
  return {
    touch: () => {
      hasChanged = true
      schedule()
    },
    flush: async () => {
      // What is on its way was read before the last change; a window that closes cannot wait for it.
      const last = hasChanged ? store() : null
      hasChanged = false
      await Promise.all([onItsWay, last]).catch(() => undefined)
    },
  }
}

/** Runs something after the next paint and `restMs`, soon all the same where nothing is painted. */
export type AfterPaint = (run: () => void, restMs: number) => void

const onceShown: AfterPaint = (run, restMs) => {
  let hasRun = false
  const once = () => {
    if (hasRun) return
    hasRun = true
    setTimeout(run, restMs)
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, NO_FRAME_MS)
}

/** The most of a text that a draft can hold, and no half of a character. The box says so when there is more. */
export const storable = (text: string): string =>
  text.length <= LONGEST.draft ? text : text.slice(0, LONGEST.draft).replace(/[\uD800-\uDBFF]$/, '')
