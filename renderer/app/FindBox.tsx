import { lazy, Suspense, useEffect, useState } from 'react'
import { closeFindBox, openFindBox, useFindBox } from '../features/search/find-store.ts'
import { useKeys } from '../lib/use-keys.tsx'

// Fetched when it is first asked for: nothing of it belongs to the first screen or to a call that is being heard.
const FindEverything = lazy(async () => ({ default: (await import('./FindEverything.tsx')).FindEverything }))

/** On Ctrl+K and «/»: one box that finds everything. */
export function FindBox() {
  const { isOpen } = useFindBox()
  const [wasAsked, setWasAsked] = useState(false)
  useKeys('global', { find: openFindBox })
  useEffect(() => {
    if (isOpen) setWasAsked(true)
  }, [isOpen])
  useEffect(() => closeFindBox, [])
  if (!wasAsked) return null
  return (
    <Suspense fallback={null}>
      <FindEverything isOpen={isOpen} onClose={closeFindBox} />
    </Suspense>
  )
}
