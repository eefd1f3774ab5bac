import { useNavigate } from 'react-router'
import { useKeys } from '../lib/use-keys.tsx'
import { switchLanguage, switchTheme } from './look.actions.ts'

/** The keys that work on every page. */
export function useFrameKeys(): void {
  const navigate = useNavigate()
  useKeys('global', {
    'go.today': () => void navigate('/today'),
    'go.seats': () => void navigate('/seats'),
    'go.listen': () => void navigate('/listen'),
    'go.tickets': () => void navigate('/tickets'),
    'go.exports': () => void navigate('/exports'),
    'go.settings': () => void navigate('/settings'),
    'go.sessions': () => void navigate('/sessions'),
    'look.theme': () => void switchTheme(),
    'look.language': () => void switchLanguage(),
  })
}
