import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnceKnown } from '../../lib/use-once-known.ts'
import { spelledWords, useSpelled } from '../../ui/spelled.ts'

/**
 * Sends a form whose owner may be spelled by small letters: whoever alone is meant is the owner, and where several are it is asked whose letters they are. Sent
 * before it is known how the names are said, it goes once it is. Letters that spell nobody are a slip more often than a name: they go at the second press.
 */
export function useOwnerMeant(names: readonly string[], typed: string, send: (ownerName: string) => void) {
  const { t } = useTranslation('common')
  const { found, spelled, isKnown } = useSpelled(names, typed)
  const [refused, setRefused] = useState<string | null>(null)
  const press = useOnceKnown(typed, isKnown, () => {
    const isSlip = /^[a-z0-9]+$/.test(typed.trim()) && found.length === 0 && names.length > 0 && refused !== typed
    if (spelled.length > 1 || isSlip) setRefused(typed)
    else send(spelled[0] ?? typed.trim())
  })
  return { press, error: refused === typed ? (whyRefused(t, typed, spelled) ?? null) : null }
}

const whyRefused = (t: TFunction<'common'>, typed: string, spelled: readonly string[]): string | undefined =>
  spelled.length > 0 ? spelledWords(t, typed, spelled) : t('select.ofNobodyAgain', { typed: typed.trim() })
