import { useEffect, useState } from 'react'
import { useStable } from './use-stable.ts'

/**
 * An act that needs an answer which may still be on its way: pressed before it is there, the press counts once it is, if what the answer is about
 * is still the same. `about` null: no answer is waited for. `act` is told whether the answer was in sight when the key was pressed.
 */
export function useOnceKnown(about: string | null, isKnown: boolean, act: (wasInSight: boolean) => void): () => void {
  const [awaited, setAwaited] = useState<string | null>(null)
  const actNow = useStable(act)
  useEffect(() => {
    if (awaited === null || (awaited === about && !isKnown)) return
    setAwaited(null)
    if (awaited === about) actNow(false)
  }, [awaited, about, isKnown, actNow])
  return () => (about === null || isKnown ? actNow(true) : setAwaited(about))
}
