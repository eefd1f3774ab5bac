import { lazy, Suspense } from 'react'
import { useKeys } from '../../lib/use-keys.tsx'
import { openDrill, useDrill } from './drill-store.ts'

const DrillDialog = lazy(async () => ({ default: (await import('./DrillDialog.tsx')).DrillDialog }))

/** The three-minute drill, from its key, from the box that finds everything and from the guide. */
export function LearnKeys() {
  const isOpen = useDrill((drill) => drill.isOpen)
  useKeys('global', { 'help.drill': openDrill })
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <DrillDialog />
    </Suspense>
  )
}
