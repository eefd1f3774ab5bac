import type { OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import { isStartIn } from '../../../../shared/domain/seats/draw/offer.ts'

/** Slots at which a place of that length may begin. */
export const startsFor = (slots: readonly OfferedSlot[], lengthMinutes: number): OfferedSlot[] => {
  const isStart = isStartIn(slots, lengthMinutes)
  return slots.filter(({ id }) => isStart(id))
}

/** The wishes with one of them a rank up or down; null: it stands at that end already. */
export function movedWish(wishes: readonly string[], at: number, by: 1 | -1): string[] | null {
  const [wish, other] = [wishes[at], wishes[at + by]]
  if (wish === undefined || other === undefined) return null
  return wishes.map((each, index) => (index === at ? other : index === at + by ? wish : each))
}
