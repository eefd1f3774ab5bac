import { lazyPage } from '../../lib/lazy-page.tsx'
import { KeyLayer, useKeys } from '../../lib/use-keys.tsx'
import { OpenedLater } from '../../ui/OpenedLater.tsx'
import { leaveDrill, openDrill, useDrill } from './drill-store.ts'

const drillDialog = lazyPage(async () => (await import('./DrillDialog.tsx')).DrillDialog)

export const fetchDrill = drillDialog.fetchCode

/** The three-minute drill, from its key, from the box that finds everything and from the guide. */
export function LearnKeys() {
  const isOpen = useDrill((drill) => drill.isOpen)
  useKeys('global', { 'help.drill': openDrill })
  if (!isOpen) return null
  return (
    // Asked for before its code is there: the keys of the page rest already.
    <OpenedLater open={openDrill} close={leaveDrill} fallback={<KeyLayer>{null}</KeyLayer>}>
      <drillDialog.Page />
    </OpenedLater>
  )
}
