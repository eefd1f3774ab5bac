import { lazy, Suspense, useState } from 'react'
import { useKeys } from '../lib/use-keys.tsx'

// Fetched at the first `?`: a dialog's code is a good part of the first load, and most days nobody asks.
const KeySheetDialog = lazy(async () => ({ default: (await import('./KeySheetDialog.tsx')).KeySheetDialog }))

/** On `?`: the keys that work here and now. */
export function KeySheet() {
  const [isOpen, setOpen] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  useKeys('global', {
    'help.keys': () => {
      setWasAsked(true)
      setOpen(true)
    },
  })
  if (!wasAsked) return null
  return (
    <Suspense fallback={null}>
      <KeySheetDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Suspense>
  )
}
