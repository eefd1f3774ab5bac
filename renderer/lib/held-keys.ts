import { isPrintable } from './chords.ts'
import { type FocusedThing, mayAct } from './keys.ts'

/** What a chord means to those who listen: nothing, something that goes on while it is held, or something done once. */
export type HeldAction = 'none' | 'repeats' | 'acts once'

const WALKS = /^(?:Shift\+)?(?:Arrow\w+|PageUp|PageDown|Home|End|Tab|Shift\+Tab)$/

/**
 * Whether a key that is held down must do nothing more after its first press. Holding «next call» would begin eleven calls, holding
 * Enter would book a seat and open the next form. Walking goes on, and so does what a text field does by itself. `isElsewhere`: the
 * focus is no longer where the key went down; a key that opens words to change must not write into them.
 */
export function holdsStill(press: string, focused: FocusedThing, action: HeldAction, isElsewhere: boolean): boolean {
  const isOfTheField = focused.isTextField && !mayAct(press, focused)
  if (WALKS.test(press) || (action === 'repeats' && !isOfTheField)) return false
  if (isElsewhere) return true
  if (isOfTheField) return press === 'Enter' && focused.isOneLine
  if (action === 'acts once') return true
  return press === 'Enter' || press === 'Space' || press === 'Escape' || isPrintable(press)
}
