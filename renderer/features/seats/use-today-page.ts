import { useCallback, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

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
  const show = useCallback(() => void navigate(TODAY), [navigate])
  return { isLookedAt, show }
}
