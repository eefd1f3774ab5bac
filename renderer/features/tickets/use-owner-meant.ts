import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnceKnown } from '../../lib/use-once-known.ts'
import { spelledWords, useSpelled } from '../../ui/spelled.ts'

/**
 * Sends a form whose owner may be spelled by small letters: whoever alone is meant is the owner, and where several are it is asked whose letters they are. Sent
 * before it is known how the names are said, it goes once it is.
 */
export function useOwnerMeant(names: readonly string[], typed: string, send: (ownerName: string) => void) {
  const { t } = useTranslation('common')
  const { spelled, isKnown } = useSpelled(names, typed)
  const [refused, setRefused] = useState<string | null>(null)
  const press = useOnceKnown(typed, isKnown, () => {
    if (spelled.length > 1) setRefused(typed)
    else send(spelled[0] ?? typed.trim())
  })
  return { press, error: refused === typed && spelled.length > 1 ? (spelledWords(t, typed, spelled) ?? null) : null }
}
