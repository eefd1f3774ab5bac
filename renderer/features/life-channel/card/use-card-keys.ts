import { useEffect, useRef } from 'react'
import type { KeyHandler, KeyHandlers } from '../../../lib/key-registry.ts'
import { isTextField } from '../../../lib/text-field.ts'
import { useKeys } from '../../../lib/use-keys.tsx'

const LETTER = /^\p{Letter}$/u
/** Letters that follow one another so soon are typed, whether anything takes them or not. */
const OF_ONE_WORD_MS = 1_000

/** The keys of the card. Whoever types on, not knowing that the card has the keys, presses none of them: amid words a letter ends no case, and a figure calls nobody. */
export function useCardKeys(handlers: KeyHandlers): void {
  const isAmidWords = useIsAmidWords()
  const unlessAmidWords =
    (act: KeyHandler): KeyHandler =>
    (event) =>
      isAmidWords(event) ? undefined : act(event)
  const acts = Object.entries(handlers).map(([id, act]) => [id, unlessAmidWords(act)] as const)
  useKeys('life', Object.fromEntries(acts))
}

function useIsAmidWords(): (event: KeyboardEvent) => boolean {
  const letters = useRef<readonly KeyboardEvent[]>([])
  useEffect(() => {
    const remember = (event: KeyboardEvent) => {
      // A chord is meant for somebody, and what goes into a field is.
      if (event.ctrlKey || event.altKey || event.metaKey) letters.current = []
      else if (LETTER.test(event.key) && !isTextField(event.target))
        letters.current = [...letters.current.slice(-1), event]
    }
    window.addEventListener('keydown', remember, true)
    return () => window.removeEventListener('keydown', remember, true)
  }, [])
  return (event) => {
    const before = letters.current.findLast((each) => each !== event)
    return before !== undefined && event.timeStamp - before.timeStamp < OF_ONE_WORD_MS
  }
}
