import {
  cloneElement,
  type DOMAttributes,
  type ReactElement,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { lazyPage } from '../lib/lazy-page.tsx'
import type { TooltipBubbleProps } from './TooltipBubble.tsx'

export interface TooltipProps {
  label: string
  /** The key that does the same, shown behind the label. */
  chord?: string | undefined
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref: a button, a link, a span. */
  children: ReactElement<DOMAttributes<HTMLElement> & { 'aria-describedby'?: string | undefined }>
}

const nothing = () => null
// An eighth of the first load. Where it does not come, nothing is lost but words said elsewhere.
const bubble = lazyPage<TooltipBubbleProps>(() =>
  import('./TooltipBubble.tsx').then(
    ({ TooltipBubble }) => TooltipBubble,
    () => nothing,
  ),
)

/** When nothing else is to be done: then the first hand that stays is told at once. */
export const fetchTooltip = bubble.fetchCode

/** A hand that only passes by, or presses at once, is told nothing and has nothing made for it. */
const NEAR_AFTER_MS = 120
const OPEN_AFTER_MS = 350

/**
 * A word about a control, on hover and on keyboard focus alike. Never the only place where something is said. What places and shows it is
 * there once a hand stays or keys come: a screen has fifty of these, and each would cost as much as the control itself.
 */
export function Tooltip({ label, chord, side = 'bottom', children }: TooltipProps) {
  const [control, setControl] = useState<HTMLElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const labelId = useId()
  const close = () => {
    clearTimeout(waiting.current)
    setIsOpen(false)
  }
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (!isOpen) return
    // Only heard: the same press closes what else it would close. A pointer that was left lying says nothing while somebody writes elsewhere.
    const closeOnKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || control?.contains(event.target as Node) !== true) setIsOpen(false)
    }
    document.addEventListener('keydown', closeOnKey, true)
    return () => document.removeEventListener('keydown', closeOnKey, true)
  }, [isOpen, control])
  const own = children.props
  return (
    <>
      {cloneElement(children, {
        'aria-describedby': isOpen ? labelId : own['aria-describedby'],
        // Of the pointer, not of the mouse: React hides a mouse that enters a button which is off.
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event)
          if (event.pointerType === 'touch') return
          const near = event.currentTarget
          clearTimeout(waiting.current)
          waiting.current = setTimeout(() => {
            setControl(near)
            waiting.current = setTimeout(() => setIsOpen(true), OPEN_AFTER_MS - NEAR_AFTER_MS)
          }, NEAR_AFTER_MS)
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event)
          close()
        },
        onPointerDown: (event) => {
          own.onPointerDown?.(event)
          close()
        },
        onFocus: (event) => {
          own.onFocus?.(event)
          if (!event.currentTarget.matches(':focus-visible')) return
          setControl(event.currentTarget)
          setIsOpen(true)
        },
        onBlur: (event) => {
          own.onBlur?.(event)
          close()
        },
      })}
      {control === null ? null : (
        <Suspense fallback={null}>
          <bubble.Page {...{ label, chord, side, control, isOpen, labelId }} />
        </Suspense>
      )}
    </>
  )
}
