import type { Chord } from '../../../../shared/domain/house/key-chords.ts'
import { isPrintable } from '../../../lib/chords.ts'
import { type ActionId, actionIds, actionOf } from '../../../lib/key-map.ts'
import { chordsOf, clashesWith, type Remaps } from '../../../lib/keys.ts'

/** What was pressed so far while a new chord is recorded; null is nothing yet. */
export interface Recording {
  chord: Chord
  /** A plain letter may be the first of two presses («g t»): it waits a moment for the second. */
  isComplete: boolean
}

/** How long a plain letter waits for a second one. */
export const SECOND_PRESS_MS = 1_000

export function afterPress(soFar: Recording | null, press: Chord): Recording {
  if (soFar !== null && !soFar.isComplete) return { chord: `${soFar.chord} ${press}`, isComplete: true }
  return { chord: press, isComplete: !isPrintable(press) }
}

/** The remaps with this chord given to the action. What equals the only default is no remap. */
export function withChord(remaps: Remaps, id: ActionId, chord: Chord): Record<string, Chord> {
  const { chords } = actionOf(id)
  if (chords.length === 1 && chords[0] === chord) return withoutChord(remaps, id)
  return { ...remaps, [id]: chord }
}

export const withoutChord = (remaps: Remaps, id: ActionId): Record<string, Chord> =>
  Object.fromEntries(Object.entries(remaps).filter(([known]) => known !== id))

/** Who holds one of the default chords of this action, so that it cannot simply be given back. */
export function inTheWayOfReset(id: ActionId, remaps: Remaps): ActionId[] {
  const without = withoutChord(remaps, id)
  return [...new Set(chordsOf(id, without).flatMap((chord) => clashesWith(id, chord, without)))]
}

/** True while the person has a chord of their own for it. */
export const isRemapped = (id: ActionId, remaps: Remaps): boolean => remaps[id] !== undefined && !actionOf(id).isFixed

/** The actions of one scope, in the order of the key map. */
export const actionsIn = (scope: ReturnType<typeof actionOf>['scope']): ActionId[] =>
  actionIds().filter((id) => actionOf(id).scope === scope)
