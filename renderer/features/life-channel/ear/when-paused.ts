/** Shorter than between two words: the card has to be there before the next one. */
const BETWEEN_WORDS_MS = 40

/** Letters of an input method are on their way: whatever opens now would take them. */
let isComposing = false

export const isComposingNow = (): boolean => isComposing

/** Follows input methods in this window; answers the way to stop. */
export function followComposing(page: Window = window): () => void {
  const begin = () => {
    isComposing = true
  }
  const end = () => {
    isComposing = false
  }
  page.addEventListener('compositionstart', begin, true)
  page.addEventListener('compositionend', end, true)
  return () => {
    page.removeEventListener('compositionstart', begin, true)
    page.removeEventListener('compositionend', end, true)
  }
}

/**
 * Runs it once no key came for a moment and no input method is at work, in time for a cry and off the way of each key. Asked again before that, it
 * begins anew. Answers how to ask and how to give up.
 */
export function whenPaused(run: () => void, pauseMs = BETWEEN_WORDS_MS): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    timer = setTimeout(() => (isComposing ? wait() : run()), pauseMs)
  }
  return {
    ask: () => {
      clearTimeout(timer)
      wait()
    },
    stop: () => clearTimeout(timer),
  }
}
