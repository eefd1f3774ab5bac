/** Long enough not to ask for half a word, short enough to feel at once. */
export const SEARCH_WAIT_MS = 160

export interface SearchTyping {
  typed: (text: string) => void
  compositionStarted: () => void
  compositionEnded: (text: string) => void
  /** Searches what was typed last without waiting (Enter). */
  flush: () => void
  stop: () => void
}

/** Turns typing into questions: one when the hands rest, none while an input method still holds the letters. */
export function searchTyping(search: (text: string) => void, waitMs = SEARCH_WAIT_MS): SearchTyping {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string | null = null
  let isComposing = false
  const ask = () => {
    clearTimeout(timer)
    if (isComposing || waiting === null) return
    const text = waiting
    waiting = null
    search(text)
  }
  const typed = (text: string) => {
    waiting = text
    clearTimeout(timer)
    if (!isComposing) timer = setTimeout(ask, waitMs)
  }
  return {
    typed,
    compositionStarted: () => {
      isComposing = true
      clearTimeout(timer)
    },
    compositionEnded: (text) => {
      isComposing = false
      typed(text)
    },
    flush: ask,
    stop: () => clearTimeout(timer),
  }
}
