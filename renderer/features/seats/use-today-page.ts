import { useCallback, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useStable } from '../../lib/use-stable.ts'

const TODAY = '/today'

/** The page where my next seat and what is held for me stand in large letters: whether somebody looks at it, and the way there. Both stay the same functions. */
export function useTodayPage(): { isLookedAt(): boolean; show(): void } {
  const navigate = useNavigate()
  const path = useRef('')
  const { pathname } = useLocation()
  useLayoutEffect(() => {
    path.current = pathname
  })
  const isLookedAt = useCallback(() => path.current === TODAY && !document.hidden, [])
  // The router's own is another one on every page.
  const show = useStable(() => void navigate(TODAY))
  return { isLookedAt, show }
}
