import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { onEvent } from '../lib/client.ts'

/** Menu, tray and `earshot://` links ask the window to go somewhere. */
export function useMainEvents(): void {
  const navigate = useNavigate()
  useEffect(
    () =>
      onEvent((event) => {
        if (event.kind === 'goTo' && event.path.startsWith('/')) void navigate(event.path)
        if (event.kind === 'showCall') void navigate(`/listen/${event.sessionId}?call=${event.callId}`)
      }),
    [navigate],
  )
}
