import { useNavigate } from 'react-router'
import { openFindSeat } from '../lib/find-seat-store.ts'
import { printPage } from '../lib/printing.ts'
import { useKeys } from '../lib/use-keys.tsx'
import { useLookKeys } from './use-look-keys.ts'

/** The keys that work on every page. */
export function useFrameKeys(): void {
  const navigate = useNavigate()
  useLookKeys()
  useKeys('global', {
    'go.today': () => void navigate('/today'),
    'go.seats': () => void navigate('/seats'),
    'go.findSeat': openFindSeat,
    'go.draws': () => void navigate('/draws'),
    'go.listen': () => void navigate('/listen'),
    'go.tickets': () => void navigate('/tickets'),
    'go.exports': () => void navigate('/exports'),
    'go.settings': () => void navigate('/settings'),
    // A browser has the key of its own; the desktop window has none.
    print: () => void printPage(),
    'go.sessions': () => void navigate('/sessions'),
    'go.meetings': () => void navigate('/meetings'),
    'agents.thanks': () => void navigate('/thanks'),
    'go.duty': () => void navigate('/duty'),
    'silver.view': () => void navigate('/silver-hair'),
  })
}
