/** Longest pause after which what was typed is on disk. */
export const DRAFT_PAUSE_MS = 250
/** Somebody who never pauses is stored this often all the same. */
export const DRAFT_LONGEST_MS = 1_000

export interface DraftKeeper {
  /** Something changed; store it after the pause. */
  touch(): void
  /** Store now if anything waits: the box loses its call, the window closes. */
  flush(): void
  /** Forget what waits: the note itself was saved. */
  drop(): void
}

/** Decides when to store; `store` reads the box itself, so that a late call stores the newest text. */
export function makeDraftKeeper(store: () => void): DraftKeeper {
  let pause: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  const drop = () => {
    clearTimeout(pause)
    clearTimeout(longest)
    pause = undefined
    longest = undefined
  }
  const flush = () => {
    if (pause === undefined) return
    drop()
    store()
  }
  return {
    touch: () => {
      clearTimeout(pause)
      pause = setTimeout(flush, DRAFT_PAUSE_MS)
      longest ??= setTimeout(flush, DRAFT_LONGEST_MS)
    },
    flush,
    drop,
  }
}
