import { useEffect } from 'react'
import { closeFindBox, openFindBox, useFindBox } from '../features/search/find-store.ts'
import { lazyPage } from '../lib/lazy-page.tsx'
import { useKeys } from '../lib/use-keys.tsx'
import { OpenedLater } from './OpenedLater.tsx'

// Nothing of it belongs to the first screen or to a call that is being heard: fetched when nothing else is to be done.
const findEverything = lazyPage(async () => (await import('./FindEverything.tsx')).FindEverything)

export const fetchFindBox = findEverything.fetchCode

/** On Ctrl+K and «/»: one box that finds everything. */
export function FindBox() {
  const { isOpen } = useFindBox()
  useKeys('global', { find: openFindBox })
  useEffect(() => closeFindBox, [])
  if (!isOpen) return null
  return (
    <OpenedLater open={openFindBox} close={closeFindBox}>
      <findEverything.Page />
    </OpenedLater>
  )
}
