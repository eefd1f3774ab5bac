import { useEffect } from 'react'

/** While it is mounted notices stand above the foot of the page, where something of the page is to be pressed. */
export function useNoticesAbove(): void {
  useEffect(() => {
    document.documentElement.dataset.foot = ''
    return () => {
      delete document.documentElement.dataset.foot
    }
  }, [])
}
