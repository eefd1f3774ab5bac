import type { Refusal } from '../../../../../shared/contract/entry.ts'
import type { roomKeeping } from '../../../../../shared/contract/house/room-keeping.ts'
import type { CancelHits, HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import type { Id, PlainDate } from '../../../../../shared/contract/values.ts'
import type { Version } from '../../../../../shared/contract/versions.ts'
import { client } from '../../../../lib/client.ts'
import { theRooms } from '../../../../lib/common-queries.ts'
import { fullDayName } from '../../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../../lib/i18n.ts'
import { putInto } from '../../../../lib/put-into.ts'
import { roomName } from '../../../../lib/seat-rooms.ts'
import type { Seen } from '../../../../lib/use-seen.ts'
import { ask } from '../../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../../ui/notices.ts'
import type { Turn } from '../../../../ui/turns.ts'
import { type RoomAct, tellRoomAct } from './room-turns.ts'
import { calledNow } from './zones.ts'

type Calls = typeof roomKeeping
export type AddRefusal = Refusal<Calls['add']>
export type DescribeRefusal = Refusal<Calls['describe']>
export type ZoneRefusal = Refusal<Calls['setZone']>
export type CloseRefusal = Refusal<Calls['close']>

/** What of a room is asked for by its own call. */
export type RoomFacts = Pick<HouseRoom, 'name' | 'site' | 'coordinatorId'>

/** The hits that were told, and what becomes of them. */
export interface Told {
  toldHits: string | null
  cancel: CancelHits | null
}
const nothingTold: Told = { toldHits: null, cancel: null }

const words = () => textsOf('rooms')
const factsOf = ({ name, site, coordinatorId }: HouseRoom): RoomFacts => ({ name, site, coordinatorId })

/** At once where it is looked at; main's event refreshes the rest a moment later. */
export function showRoom(room: HouseRoom): void {
  putInto<HouseRoom[]>(theRooms.queryKey, (known) =>
    known?.some(({ id }) => id === room.id)
      ? known.map((one) => (one.id === room.id ? room : one))
      : known && [...known, room],
  )
}

/** One more room, or why not; null: told already. */
export async function addRoom(wish: { name: string; site: string; likeRoomId: Id }) {
  const answer = await ask(client.roomKeeping.add(wish))
  if (answer?.ok === true) {
    showRoom(answer.value)
    notifySuccess(() => words()('done.added', { name: answer.value.name }))
  }
  return answer
}

/** Another name, site or coordinator, or why not; null: told already. `isQuiet`: said by what follows. */
export async function describeRoom(room: HouseRoom, facts: RoomFacts, seen: Seen | null, isQuiet = false) {
  const describe = async (next: RoomFacts, seenVersion: Version, onStale?: Seen['onStale']) => {
    const answer = await ask(client.roomKeeping.describe({ roomId: room.id, seenVersion, ...next }), onStale)
    if (answer?.ok === true) showRoom(answer.value)
    return answer
  }
  const from = seen?.version ?? room.version
  const answer = await describe(facts, from, seen?.onStale)
  if (answer?.ok !== true || isQuiet) return answer
  const act: RoomAct = {
    said: (changed) => words()('done.described', { name: roomName(changed.room) }),
    send: async (turn, seenVersion) => {
      const turned = await describe(turn === 'back' ? factsOf(room) : facts, seenVersion)
      if (turned?.ok === true) return { ok: true, value: { room: turned.value, cancelled: [] } }
      if (turned !== null) notifyFailure(() => ({ title: describeWords(turned) }))
      return null
    },
    refused: refusedIn,
  }
  tellRoomAct(act, from, { room: answer.value, cancelled: [] })
  return answer
}

export function describeWords({ code }: DescribeRefusal): string {
  return words()(`keep.refused.${code}`)
}

const refusedIn = (turn: Turn): string => words()(turn === 'back' ? 'keep.refused.not_back' : 'keep.refused.not_again')

/** Another clock on its wall, or why not; null: told already. */
export async function setZone(room: HouseRoom, version: Version, timeZone: string, told: Told = nothingTold) {
  const set = async (zone: string, seenVersion: Version, { toldHits, cancel }: Told) => {
    const wish = { roomId: room.id, seenVersion, timeZone: zone, toldHits, cancel }
    const answer = await ask(client.roomKeeping.setZone(wish))
    if (answer?.ok === true) showRoom(answer.value.room)
    return answer
  }
  const answer = await set(timeZone, version, told)
  if (answer?.ok !== true) return answer
  const act: RoomAct = {
    said: ({ room: now, cancelled: { length: count } }) =>
      words()('done.zone', { name: roomName(now), zone: calledNow(now.timeZone), count }),
    send: (turn, seenVersion) =>
      turn === 'back' ? set(room.timeZone, seenVersion, nothingTold) : set(timeZone, seenVersion, told),
    refused: refusedIn,
  }
  tellRoomAct(act, version, answer.value)
  return answer
}

/** Closed from a day on, or open again (null), or why not; null: told already. */
export async function closeRoom(room: HouseRoom, from: PlainDate | null, told: Told = nothingTold) {
  const close = async (day: PlainDate | null, seenVersion: Version, { toldHits, cancel }: Told) => {
    const answer = await ask(client.roomKeeping.close({ roomId: room.id, seenVersion, from: day, toldHits, cancel }))
    if (answer?.ok === true) showRoom(answer.value.room)
    return answer
  }
  const answer = await close(from, room.version, told)
  if (answer?.ok !== true) return answer
  const act: RoomAct = {
    said: ({ room: now, cancelled: { length: count } }) => {
      const name = roomName(now)
      if (now.closedFrom === null) return words()('done.openAgain', { name })
      const date = fullDayName(now.closedFrom, currentLanguage())
      return words()(count === 0 ? 'done.closed' : 'done.closedAndCancelled', { name, date, count })
    },
    send: (turn, seenVersion) =>
      turn === 'back' ? close(room.closedFrom, seenVersion, nothingTold) : close(from, seenVersion, told),
    refused: refusedIn,
  }
  tellRoomAct(act, room.version, answer.value)
  return answer
}
