import { type Chord, chordParts } from '../../shared/domain/house/key-chords.ts'

export type { Chord }

export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState?: (name: string) => boolean
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

/** Signs that stand alone on a cap, by the code of their key. */
const CAP_SIGNS: Record<string, string> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
}

/** The letters on the caps of this keyboard by code, where the browser tells: a French A lies where others have Q. */
let letters: ReadonlyMap<string, string> = new Map()

/** Asks which letters are on the caps; asked again when the window comes back, as layouts are switched elsewhere. */
export async function learnLayout(
  asked: LayoutTeller | undefined = (navigator as { keyboard?: LayoutTeller }).keyboard,
) {
  letters = (await asked?.getLayoutMap().catch(() => undefined)) ?? new Map()
}

interface LayoutTeller {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>
}

/** What is printed on the cap of the key; undefined for keys that have a name instead (Enter, F8, ArrowUp). */
function onCap(code: string): string | undefined {
  const own = letters.get(code)
  if (own !== undefined && /^[a-z]$/.test(own)) return own
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? CAP_SIGNS[code]
}

/**
 * The name of the key itself. Under a modifier the cap counts where the layout prints something else: ⌥1 on a Mac types «¡», ⌥E
 * waits for a letter, ⌥L on a German one types «@», and a French row of digits gives digits with Shift only.
 */
function keyName(press: KeyPress, isModified: boolean, mac: boolean): string {
  if (press.key === ' ' || (press.code === 'Space' && isModified)) return 'Space'
  const key = HALF_WIDTH[press.key] ?? press.key
  const isPrinted = key.length === 1 || key === 'Dead'
  const isForeign = !/^[\x21-\x7e]$/.test(key) || (mac && press.altKey) || /^Digit\d$/.test(press.code)
  if (isModified && isPrinted && isForeign) return onCap(press.code) ?? (key === 'Dead' ? key : key.toLowerCase())
  return key.length === 1 ? key.toLowerCase() : key
}

const MODIFIER_KEYS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Unidentified']

/** With Alt the numeric pad spells the number of a character on Windows (Alt+0176 types «°»), with NumLock off too. */
const spellsCharacter = (press: KeyPress): boolean => press.altKey && /^Numpad(?:\d|Add)$/.test(press.code)

/** The chord of one key press, or null while only modifiers are down or the press is part of a character. */
export function chordOf(press: KeyPress, mac: boolean = onMac): Chord | null {
  if (MODIFIER_KEYS.includes(press.key) || spellsCharacter(press)) return null
  // Windows reports AltGr as Ctrl and Alt together: there the sign it prints is the key.
  const isPlain = !mac && press.getModifierState?.('AltGraph') === true
  const isModified = !isPlain && (press.ctrlKey || press.metaKey || press.altKey)
  const key = keyName(press, isModified, mac)
  if (key === 'Dead') return null
  const names: string[] = []
  if (!isPlain) {
    if (mac ? press.metaKey : press.ctrlKey) names.push('Mod')
    if (mac && press.ctrlKey) names.push('Ctrl')
    if (!mac && press.metaKey) names.push('Meta')
    if (press.altKey) names.push('Alt')
  }
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
