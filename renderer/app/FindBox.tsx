import { useEffect } from 'react'
import { closeFindBox, openFindBox, useFindBox } from '../features/search/find-store.ts'
import { textsOf } from '../lib/i18n.ts'
import { useKeyRegistry } from '../lib/key-registry.ts'
import { lazyPage } from '../lib/lazy-page.tsx'
import { useKeys } from '../lib/use-keys.tsx'
import { notify } from '../ui/notices.ts'
import { KeysWait, OpenedLater } from '../ui/OpenedLater.tsx'

// Nothing of it belongs to the first screen or to a call that is being heard: fetched when nothing else is to be done.
const findEverything = lazyPage(async () => (await import('./FindEverything.tsx')).FindEverything)

export const fetchFindBox = findEverything.fetchCode

/** What it finds opens in place of the page: over a dialog that would leave what is being done there. */
function openOverPage(isOpen: boolean): void {
  if (useKeyRegistry.getState().openLayers.length === 0) openFindBox()
  else if (!isOpen) notify({ tone: 'info', title: () => textsOf('find')('afterDialog') })
}

/** On Ctrl+K and «/»: one box that finds everything. */
export function FindBox() {
  const { isOpen } = useFindBox()
  useKeys('global', { find: () => openOverPage(isOpen) })
  useEffect(() => closeFindBox, [])
  if (!isOpen) return null
  return (
    <OpenedLater open={openFindBox} close={closeFindBox} fallback={<KeysWait />}>
      <findEverything.Page />
    </OpenedLater>
  )
}
