import { useEffect } from 'react'
import { closeWaiting, openWaiting, useWaiting } from '../features/team/waiting/waiting-store.ts'
import { lazyPage } from '../lib/lazy-page.tsx'
import { useMember } from '../lib/team.ts'
import { useKeys } from '../lib/use-keys.tsx'
import { OpenedLater } from '../ui/OpenedLater.tsx'

const waitingDialog = lazyPage(async () => (await import('../features/team/waiting/WaitingDialog.tsx')).WaitingDialog)

/** What waits to go up to the hub, from its key, from the box that finds everything and from the bar. A desk alone has none of it. */
export function TeamWaiting() {
  const isMember = useMember() !== null
  const isOpen = useWaiting((waiting) => waiting.isOpen)
  useKeys('global', { 'team.waiting': openWaiting }, isMember)
  useEffect(() => closeWaiting, [])
  if (!isOpen) return null
  return (
    <OpenedLater open={openWaiting} close={closeWaiting}>
      <waitingDialog.Page />
    </OpenedLater>
  )
}
