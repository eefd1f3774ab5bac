import { Input } from '@mantine/core'
import { type ReactNode, useDeferredValue } from 'react'

export interface DrawnNextProps {
  /** Takes up the same room for a frame or two. */
  place: ReactNode
  children: ReactNode
}

/** What a page can be read without: drawn right after the page was painted, in pieces that let a press go first. */
export function DrawnNext({ place, children }: DrawnNextProps) {
  return useDeferredValue(true, false) ? children : place
}

interface FieldPlaceProps {
  /** Without it, as wide as what it stands in. */
  width?: number
  size?: 'xs' | 'sm'
  children: ReactNode
}

/** Looks like a field that is not there yet: a real one brings its list, its search and its keys along. */
export function FieldPlace({ width, size = 'xs', children }: FieldPlaceProps) {
  return (
    <Input component="div" size={size} {...(width === undefined ? {} : { w: width })} aria-hidden="true">
      {children}
    </Input>
  )
}
