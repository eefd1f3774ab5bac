import type { CancelledHit, HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import type { Version } from '../../../../../shared/contract/versions.ts'
import type { Say } from '../../../../lib/i18n.ts'
import { notifyFailure } from '../../../../ui/notices.ts'
import { isInPlaceOf, type Kept, standForThemselves, versionNow } from '../../../../ui/stands-as.ts'
import { HOUSE } from '../../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../../ui/turns.ts'
import { bringBack } from './bring-back.ts'

/** What came of it. */
export interface Changed {
  readonly room: HouseRoom
  readonly cancelled: readonly CancelledHit[]
}

/** A change of a room that was done here, as it is taken back and done again. */
export interface RoomAct {
  said(changed: Changed, turn: Turn): string
  /** In this turn, of the room as it was left; null: not done, and why was told. */
  send(turn: Turn, seenVersion: Version): Promise<{ ok: true; value: Changed } | { ok: false } | null>
  /** Where it is in the way of somebody else by now. */
  refused(turn: Turn): string
}

const asKept = ({ id, version }: HouseRoom): Kept => ({ id, version })

/**
 * Says that it was done and offers the way back, which gives back the bookings that were cancelled with it. Done again it cancels the same: where others are
 * hit by then nothing is done. `from`: the version it went out from.
 */
export function tellRoomAct(act: RoomAct, from: Version, changed: Changed, turn: Turn = 'first'): void {
  const now = asKept(changed.room)
  const before = { id: now.id, version: from }
  if (turn === 'first') standForThemselves(before, now)
  const title: Say = () => act.said(changed, turn)
  tellTurn(HOUSE, turn, title, async (next) => {
    const answer = await act.send(next, versionNow(now))
    if (answer === null) return
    if (!answer.ok) return void notifyFailure(() => ({ title: act.refused(next) }))
    isInPlaceOf(before, asKept(answer.value.room))
    tellRoomAct(act, now.version, answer.value, next)
    if (next === 'back') await bringBack(changed.cancelled)
  })
}
