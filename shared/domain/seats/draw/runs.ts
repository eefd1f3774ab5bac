import type { DrawSlot } from '../../../contract/seats/draw-file.ts'
import { msOf } from '../../instants.ts'

/** From a slot on, the slots of one room that follow each other without a gap and are together exactly so long; null: there are none. */
export type RunFrom = (slotId: string, lengthMs: number) => readonly DrawSlot[] | null

/** Remembered: thousands wish for the same. */
export function runsOf(slots: readonly DrawSlot[]): RunFrom {
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  const byStart = new Map(slots.map((slot) => [`${slot.roomId} ${slot.startsAt}`, slot]))
  const known = new Map<number, Map<string, readonly DrawSlot[] | null>>()
  const find: RunFrom = (slotId, lengthMs) => {
    const run: DrawSlot[] = []
    let leftMs = lengthMs
    let slot = byId.get(slotId)
    while (slot !== undefined && leftMs > 0) {
      run.push(slot)
      leftMs -= msOf(slot.endsAt) - msOf(slot.startsAt)
      slot = byStart.get(`${slot.roomId} ${slot.endsAt}`)
    }
    return leftMs === 0 ? run : null
  }
  return (slotId, lengthMs) => {
    const ofLength = known.get(lengthMs) ?? new Map<string, readonly DrawSlot[] | null>()
    known.set(lengthMs, ofLength)
    const found = ofLength.get(slotId)
    if (found !== undefined) return found
    const made = find(slotId, lengthMs)
    ofLength.set(slotId, made)
    return made
  }
}
