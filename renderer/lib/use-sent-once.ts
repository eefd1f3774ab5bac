import { useRef } from 'react'

/**
 * For a field that is kept by Enter and when it is left: the two come one after the other, before the first is answered. What is on its way
 * is not sent again; another change is, also back to what stood there before.
 */
export function useSentOnce(): (what: string, send: () => Promise<unknown>) => void {
  const onItsWay = useRef<{ what: string } | null>(null)
  return (what, send) => {
    if (onItsWay.current?.what === what) return
    const mine = { what }
    onItsWay.current = mine
    void send().finally(() => {
      if (onItsWay.current === mine) onItsWay.current = null
    })
  }
}
