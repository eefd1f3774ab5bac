/**
 * A chord is text: «Mod+Enter», «Alt+1», «F8», «?», or two presses «g t». Mod is ⌘ on a Mac, Ctrl elsewhere.
 * Modifiers come in one order (Mod, Ctrl, Alt, Shift), letters are small, so that equal chords are equal strings.
 */
export type Chord = string

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const

/** Splits «Mod+Enter» in modifiers and key; «Mod++» has the key «+». */
export function chordParts(press: string): { modifiers: string[]; key: string } {
  const modifiers: string[] = []
  let rest = press
  for (;;) {
    const plus = rest.indexOf('+')
    if (plus <= 0 || plus === rest.length - 1) return { modifiers, key: rest }
    modifiers.push(rest.slice(0, plus))
    rest = rest.slice(plus + 1)
  }
}

/** The same chord in its one spelling: known modifiers in order, small letter. */
export function normalChord(chord: Chord): Chord {
  return chord
    .split(' ')
    .map((press) => {
      const { modifiers, key } = chordParts(press)
      const known = MODIFIERS.filter((name) => modifiers.includes(name))
      const others = modifiers.filter((name) => !MODIFIERS.some((known) => known === name))
      return [...known, ...others, key.length === 1 ? key.toLowerCase() : key].join('+')
    })
    .join(' ')
}

/**
 * Why a chord may not be bound, or null.
 * - `input_method`: switches the input method or its width; binding it would steal it from Chinese typing
 * - `screenshot`: the chat programs of the floor take screenshots with it
 * - `modifier_only`: no key beside modifiers
 * - `system`: copy, paste, closing windows, moving the focus
 */
export type ForbiddenReason = 'input_method' | 'screenshot' | 'modifier_only' | 'system'

const FORBIDDEN: Readonly<Record<Chord, ForbiddenReason>> = {
  'Mod+Space': 'input_method',
  'Ctrl+Space': 'input_method',
  'Shift+Space': 'input_method',
  'Mod+Shift+Space': 'input_method',
  'Ctrl+Shift+Space': 'input_method',
  'Mod+.': 'input_method',
  'Ctrl+.': 'input_method',
  'Alt+a': 'screenshot',
  'Mod+Alt+a': 'screenshot',
  'Ctrl+Alt+a': 'screenshot',
  'Mod+c': 'system',
  'Mod+v': 'system',
  'Mod+x': 'system',
  'Mod+a': 'system',
  'Mod+w': 'system',
  'Mod+q': 'system',
  'Alt+F4': 'system',
  Tab: 'system',
  'Shift+Tab': 'system',
}

const MODIFIER_NAMES = ['Mod', 'Ctrl', 'Alt', 'Shift', 'Meta', 'Control']

export function forbiddenReason(chord: Chord): ForbiddenReason | null {
  for (const press of normalChord(chord).split(' ')) {
    if (press === '' || MODIFIER_NAMES.includes(chordParts(press).key)) return 'modifier_only'
    const reason = Object.hasOwn(FORBIDDEN, press) ? FORBIDDEN[press] : undefined
    if (reason !== undefined) return reason
  }
  return null
}

/** Equal, or one begins with the other: «g» would swallow «g t». */
export const chordsCollide = (one: Chord, other: Chord): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)

/**
 * What is wrong with chords a person chose (action id → chord), as far as their texts tell: a chord nobody may bind, or one
 * that two actions of the same page got. The window, which knows the defaults too, asks more before it saves.
 */
export function faultOfKeys(
  keys: Readonly<Record<string, Chord>>,
): { kind: 'reserved'; chord: Chord; action: string } | { kind: 'clash'; chord: Chord; actions: string[] } | null {
  const chosen = Object.entries(keys).map(([action, chord]) => ({ action, chord: normalChord(chord) }))
  const reserved = chosen.find(({ chord }) => forbiddenReason(chord) !== null)
  if (reserved !== undefined) return { kind: 'reserved', ...reserved }
  for (const { action, chord } of chosen) {
    const others = chosen.filter(
      (other) => pageOf(other.action) === pageOf(action) && chordsCollide(other.chord, chord),
    )
    if (others.length > 1) return { kind: 'clash', chord, actions: others.map((other) => other.action) }
  }
  return null
}

/** `listen` of `listen.saveNote`. */
const pageOf = (action: string): string => action.split('.')[0] ?? action
