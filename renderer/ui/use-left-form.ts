import { useLayoutEffect, useRef, useState } from 'react'
import type { Say } from '../lib/i18n.ts'
import { useStable } from '../lib/use-stable.ts'
import { notify } from './notices.ts'

/** What was changed in forms that were left, until each is opened again; gone with the window. */
const left = new Map<string, object>()

export const forgetLeftForms = (): void => left.clear()

export type LeftForm<Fields extends object> = ReturnType<typeof useLeftForm<Fields>>

/**
 * The fields of a form: what the person touched is theirs, the rest is as it is `now`. Cancelled or sent, which the form tells by
 * `isOver`, they are forgotten; when another page or the way back takes the form away they wait, that is said, and it goes on with them.
 */
export function useLeftForm<Fields extends object>(key: string, now: Fields, halfDone: Say) {
  const [mine, setMine] = useState(() => (left.get(key) ?? {}) as Partial<Fields>)
  const isOver = useRef(false)
  const taken = useStable(() => {
    left.delete(key)
    const isTouched = Object.entries(mine).some(([field, value]) => now[field as keyof Fields] !== value)
    if (isOver.current || !isTouched) return
    left.set(key, mine)
    notify({ tone: 'info', title: halfDone })
  })
  useLayoutEffect(() => taken, [taken])
  return {
    fields: { ...now, ...mine },
    change: (part: Partial<Fields>) => setMine((before) => ({ ...before, ...part })),
    /** True from the press that cancels or sends; false again when it was refused. */
    setOver: (over: boolean) => {
      isOver.current = over
    },
  }
}
