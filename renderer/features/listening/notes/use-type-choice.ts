import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { chordOf } from '../../../lib/chords.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useKeyRegistry } from '../../../lib/key-registry.ts'
import { chordsOf } from '../../../lib/keys.ts'

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']

/**
 * The digit of a key, also with Alt still down from the chord before it. Not of the numeric pad under Alt, where it spells a
 * character on Windows.
 */
function digitOf(event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || (event.altKey && event.code.startsWith('Numpad'))) return null
  const sign = event.altKey ? event.code.replace('Digit', '') : event.key.normalize('NFKC')
  return /^[1-9]$/.test(sign) ? Number(sign) : null
}

const isBeginningChord = (event: KeyboardEvent): boolean => {
  const press = chordOf(event)
  return press !== null && chordsOf('listen.issueType', useKeyRegistry.getState().remaps).includes(press)
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** A digit that chose a type is not typed either while it is held down. */
function swallowWhileHeld(code: string): void {
  const until = new AbortController()
  const options = { capture: true, signal: until.signal }
  const held = (event: KeyboardEvent) => {
    if (event.repeat && event.code === code) swallow(event)
    else if (!event.repeat) until.abort()
  }
  window.addEventListener('keydown', held, options)
  window.addEventListener('keyup', (event) => event.code === code && until.abort(), options)
}

/**
 * The issue type by keys: a chord, then its digit, so that no sentence ever begins with it. In between every other key is what it
 * always is, Esc and the chord itself only leave. `choose` says whether there is a type with that digit.
 */
export function useTypeChoice(choose: (digit: number) => boolean): { isChoosing: boolean; begin: () => void } {
  const [isChoosing, setIsChoosing] = useState(false)
  const latest = useRef(choose)
  useLayoutEffect(() => {
    latest.current = choose
  })
  useEffect(() => {
    if (!isChoosing) return
    const leave = () => setIsChoosing(false)
    const hear = (event: KeyboardEvent) => {
      if (MODIFIERS.includes(event.key)) return
      if (event.repeat) return swallow(event)
      leave()
      if (isComposing(event)) return
      const digit = digitOf(event)
      const isTaken = digit === null ? event.key === 'Escape' || isBeginningChord(event) : latest.current(digit)
      if (isTaken) swallow(event)
      if (isTaken && digit !== null) swallowWhileHeld(event.code)
    }
    window.addEventListener('keydown', hear, true)
    window.addEventListener('pointerdown', leave, true)
    window.addEventListener('blur', leave)
    return () => {
      window.removeEventListener('keydown', hear, true)
      window.removeEventListener('pointerdown', leave, true)
      window.removeEventListener('blur', leave)
    }
  }, [isChoosing])
  return { isChoosing, begin: () => setIsChoosing(true) }
}
