import { lazy, Suspense, useState } from 'react'
import { useKeys } from '../../lib/use-keys.tsx'
import type { GuidePage } from './guide-pages.ts'

// Fetched at the first F1: the pages of both languages are a good part of the first load.
const GuideDialog = lazy(async () => ({ default: (await import('./GuideDialog.tsx')).GuideDialog }))

/** On F1: what the guide says of this screen. */
export function Guide({ page }: { page: GuidePage }) {
  const [isOpen, setIsOpen] = useState(false)
  useKeys('global', { 'help.guide': () => setIsOpen(true) })
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <GuideDialog first={page} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
