/** Shorter than hands that type one letter after the other: what comes as one is one question. */
export const SEARCH_WAIT_MS = 30

/** A Chinese character is picked or pasted, never the first letter of what an input method will make of it. */
const isWhole = (text: string): boolean => /[^\p{ASCII}]$/u.test(text)

export interface SearchTyping {
  /** The words now; `isComposing` when an input method still holds part of them, as the change itself tells. */
  typed: (text: string, isComposing: boolean) => void
  /** Searches what was typed last without waiting: Enter, the field is left. */
  flush: () => void
  stop: () => void
}

/**
 * Turns typing into questions: one for a word picked or pasted, at once; one when hands that type letters rest; none while an input method still holds the letters. That is asked of each
 * change, because the end of a composition may never be told.
 */
export function searchTyping(search: (text: string) => void, waitMs = SEARCH_WAIT_MS): SearchTyping {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string | null = null
  const ask = () => {
    clearTimeout(timer)
    if (waiting === null) return
    const text = waiting
    waiting = null
    search(text)
  }
  return {
    typed: (text, isComposing) => {
      waiting = text
      clearTimeout(timer)
      if (isComposing) return
      if (isWhole(text)) ask()
      else timer = setTimeout(ask, waitMs)
    },
    flush: ask,
    stop: () => {
      clearTimeout(timer)
      waiting = null
    },
  }
}
