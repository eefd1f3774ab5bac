import { type Chord, chordParts } from '../../shared/domain/key-chords.ts'

export type { Chord }

export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export const onMac: boolean =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform ?? navigator.userAgent)

/** Full-width forms that a Chinese keyboard gives for the same key. */
const HALF_WIDTH: Record<string, string> = {
  '？': '?',
  '，': ',',
  '。': '.',
  '、': '/',
  '；': ';',
  '【': '[',
  '】': ']',
  '《': '<',
  '》': '>',
  '！': '!',
}

/** The name of the key itself. Letters and digits under a modifier come from the key cap, because ⌥1 on a Mac types «¡». */
function keyName(press: KeyPress): string {
  if (press.key === ' ') return 'Space'
  const key = HALF_WIDTH[press.key] ?? press.key
  const modified = press.ctrlKey || press.metaKey || press.altKey
  if (modified && !/^[\x21-\x7e]$/.test(key) && key.length === 1) {
    const fromCap = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1]
    if (fromCap !== undefined) return fromCap.toLowerCase()
  }
  return key.length === 1 ? key.toLowerCase() : key
}

/** The chord of one key press, or null while only modifiers are down. */
export function chordOf(press: KeyPress, mac: boolean = onMac): Chord | null {
  if (
    ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified'].includes(press.key)
  )
    return null
  const key = keyName(press)
  const names: string[] = []
  if (mac ? press.metaKey : press.ctrlKey) names.push('Mod')
  if (mac && press.ctrlKey) names.push('Ctrl')
  if (!mac && press.metaKey) names.push('Meta')
  if (press.altKey) names.push('Alt')
  // Shift is part of a printed sign already: «?» is not «Shift+?». For letters under a modifier it counts.
  const shiftIsInTheSign = key.length === 1 && !/[a-z0-9]/.test(key)
  if (press.shiftKey && !shiftIsInTheSign) names.push('Shift')
  return [...names, key].join('+')
}

const MAC_LABELS: Record<string, string> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: 'Esc',
  Delete: '⌫',
}
const OTHER_LABELS: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' }
const ARROWS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** What to print on the caps: one list of caps per press. */
export function chordLabels(chord: Chord, mac: boolean = onMac): string[][] {
  const names = mac ? MAC_LABELS : OTHER_LABELS
  return chord.split(' ').map((press) => {
    const { modifiers, key } = chordParts(press)
    const cap = names[key] ?? ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
    return [...modifiers.map((name) => names[name] ?? name), cap]
  })
}

/** True for a press that would type a character: it may act only while no text field has the focus. */
export function isPrintable(press: string): boolean {
  const { modifiers, key } = chordParts(press)
  return key.length === 1 && !modifiers.some((name) => name !== 'Shift')
}
