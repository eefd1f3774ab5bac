import { type Chord, chordsCollide, normalChord } from '../../shared/domain/house/key-chords.ts'
import { isPrintable } from './chords.ts'
import { type ActionId, actionIds, actionOf } from './key-map.ts'

/** Action id → chord, only what differs from the defaults: the shape of `settings.keys`. */
export type Remaps = Readonly<Record<string, Chord>>

/** The chords of an action now: the person's own one, else the defaults. */
export function chordsOf(id: ActionId, remaps: Remaps): readonly Chord[] {
  const own = remaps[id]
  const action = actionOf(id)
  return own === undefined || action.isFixed ? action.chords : [normalChord(own)]
}

/** Global keys meet those of every page; pages never meet each other; an open dialog hides all but what works over it. */
function canMeet(first: ActionId, second: ActionId): boolean {
  const [one, other] = [actionOf(first).scope, actionOf(second).scope]
  if (one === other || actionOf(first).overDialogs || actionOf(second).overDialogs) return true
  if (one === 'dialog' || other === 'dialog') return false
  return one === 'global' || other === 'global'
}

/** The actions that already have this chord where `id` could meet them. */
export function clashesWith(id: ActionId, chord: Chord, remaps: Remaps): ActionId[] {
  const wanted = normalChord(chord)
  return actionIds().filter(
    (other) =>
      other !== id &&
      actionOf(id).before !== other &&
      actionOf(other).before !== id &&
      canMeet(id, other) &&
      chordsOf(other, remaps).some((taken) => chordsCollide(normalChord(taken), wanted)),
  )
}

export interface FocusedThing {
  isTextField: boolean
  /** One line only: Enter there sends, it does not write. */
  isOneLine: boolean
  /** A text field with something in it: Ctrl+← there moves in the text. */
  hasText: boolean
  /** A text field that somebody changed, also one that was emptied: Ctrl+Z there belongs to its words. */
  isTouched: boolean
  /** A button, link, option: Enter and Space press it. */
  isPressable: boolean
  /** Radios, a slider, tabs: the arrows walk inside it. */
  isWalked: boolean
}

const EDITING = ['Mod+ArrowLeft', 'Mod+ArrowRight', 'Mod+Backspace']
const HISTORY = ['Mod+z', 'Mod+y', 'Mod+Shift+z']
const WALKING = /^(?:Shift\+)?(?:Arrow\w+|Home|End|PageUp|PageDown)$/
const FIELD_KEYS = /^(?:Enter|Space|Backspace|Delete|Tab|Home|End|PageUp|PageDown|Arrow\w+)$/

/** Whether a chord may act while this has the focus. Printable keys never act in a text field. */
export function mayAct(press: Chord, focused: FocusedThing): boolean {
  if (focused.isTextField) {
    if (isPrintable(press) || FIELD_KEYS.test(press)) return false
    const withoutShift = press.replace('Shift+', '')
    if (FIELD_KEYS.test(withoutShift)) return false
    return !((focused.hasText && EDITING.includes(press)) || (focused.isTouched && HISTORY.includes(press)))
  }
  if (focused.isWalked && WALKING.test(press)) return false
  return !(focused.isPressable && (press === 'Enter' || press === 'Space'))
}

export type Match = { kind: 'none' } | { kind: 'prefix' } | { kind: 'action'; ids: ActionId[] }

/** What the presses so far mean among the actions that listen now. */
export function matchChord(typed: Chord, listening: readonly ActionId[], remaps: Remaps): Match {
  const ids = listening.filter((id) => chordsOf(id, remaps).some((chord) => normalChord(chord) === typed))
  if (ids.length > 0) return { kind: 'action', ids }
  const isBegun = listening.some((id) =>
    chordsOf(id, remaps).some((chord) => normalChord(chord).startsWith(`${typed} `)),
  )
  return { kind: isBegun ? 'prefix' : 'none' }
}
