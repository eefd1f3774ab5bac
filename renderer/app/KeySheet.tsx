import { useState } from 'react'
import { lazyPage } from '../lib/lazy-page.tsx'
import { useKeys } from '../lib/use-keys.tsx'
import { OpenedLater } from '../ui/OpenedLater.tsx'

// Fetched at the first `?`: a dialog's code is a good part of the first load, and most days nobody asks.
const keySheet = lazyPage(async () => (await import('./KeySheetDialog.tsx')).KeySheetDialog)

/** On `?`: the keys that work here and now. */
export function KeySheet() {
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  const close = () => setIsOpen(false)
  useKeys('global', { 'help.keys': open })
  if (!isOpen) return null
  return (
    <OpenedLater open={open} close={close}>
      <keySheet.Page onClose={close} />
    </OpenedLater>
  )
}
