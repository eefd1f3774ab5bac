import { useState } from 'react'
import { lazyPage } from '../../lib/lazy-page.tsx'
import { useKeys } from '../../lib/use-keys.tsx'
import { OpenedLater } from '../../ui/OpenedLater.tsx'
import type { GuidePage } from './guide-pages.ts'

// Fetched at the first F1: the pages of both languages are a good part of the first load.
const guide = lazyPage(async () => (await import('./GuideDialog.tsx')).GuideDialog)

/** On F1: what the guide says of this screen. */
export function Guide({ page }: { page: GuidePage }) {
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  const close = () => setIsOpen(false)
  useKeys('global', { 'help.guide': open })
  if (!isOpen) return null
  return (
    <OpenedLater open={open} close={close}>
      <guide.Page first={page} onClose={close} />
    </OpenedLater>
  )
}
