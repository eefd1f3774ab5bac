import type { Refusal } from '../../../../../shared/contract/entry.ts'
import type { roomKeeping } from '../../../../../shared/contract/house/room-keeping.ts'
import type { CancelHits, CancelledHit, HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
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
import { bringBack, offered, type Way, wayBack } from './bring-back.ts'

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
  const version = seen?.version ?? room.version
  const wish = { roomId: room.id, seenVersion: version, ...facts }
  const answer = await ask(client.roomKeeping.describe(wish), seen?.onStale)
  if (answer?.ok !== true) return answer
  showRoom(answer.value)
  if (!isQuiet) tellDescribed(answer.value, factsOf(room), 'undo')
  return answer
}

function tellDescribed(room: HouseRoom, before: RoomFacts, way: Way): void {
  const back = async () => {
    const answer = await ask(client.roomKeeping.describe({ roomId: room.id, seenVersion: room.version, ...before }))
    if (answer?.ok === true) {
      showRoom(answer.value)
      tellDescribed(answer.value, factsOf(room), wayBack(way, []))
    } else if (answer !== null) notifyFailure(() => ({ title: describeWords(answer) }))
  }
  notifySuccess(() => words()('done.described', { name: roomName(room) }), offered(way, back))
}

export function describeWords({ code }: DescribeRefusal): string {
  return words()(`keep.refused.${code}`)
}

/** Another clock on its wall, or why not; null: told already. */
export async function setZone(room: HouseRoom, version: Version, timeZone: string, told: Told = nothingTold) {
  const answer = await ask(client.roomKeeping.setZone({ roomId: room.id, seenVersion: version, timeZone, ...told }))
  if (answer?.ok !== true) return answer
  showRoom(answer.value.room)
  tellZone(answer.value.room, room.timeZone, answer.value.cancelled, 'undo')
  return answer
}

function tellZone(room: HouseRoom, before: string, cancelled: readonly CancelledHit[], way: Way): void {
  const back = async () => {
    const wish = { roomId: room.id, seenVersion: room.version, timeZone: before, ...nothingTold }
    const answer = await ask(client.roomKeeping.setZone(wish))
    if (answer?.ok === true) {
      showRoom(answer.value.room)
      tellZone(answer.value.room, room.timeZone, [], wayBack(way, cancelled))
      await bringBack(cancelled)
    } else if (answer !== null) notifyFailure(() => ({ title: words()('keep.refused.not_back') }))
  }
  const count = cancelled.length
  notifySuccess(() => words()('done.zone', { name: roomName(room), zone: room.timeZone, count }), offered(way, back))
}

/** Closed from a day on, or open again (null), or why not; null: told already. */
export async function closeRoom(room: HouseRoom, from: PlainDate | null, told: Told = nothingTold, way: Way = 'undo') {
  const wish = { roomId: room.id, seenVersion: room.version, from, ...told }
  const answer = await ask(client.roomKeeping.close(wish))
  if (answer?.ok !== true) return answer
  const { room: after, cancelled } = answer.value
  const count = cancelled.length
  showRoom(after)
  const back = async () => {
    const second = await closeRoom(after, room.closedFrom, nothingTold, wayBack(way, cancelled))
    if (second?.ok === true) await bringBack(cancelled)
    if (second?.ok === false) notifyFailure(() => ({ title: words()('keep.refused.not_back') }))
  }
  notifySuccess(
    () => {
      const name = roomName(after)
      if (from === null) return words()('done.openAgain', { name })
      const date = fullDayName(from, currentLanguage())
      return words()(count === 0 ? 'done.closed' : 'done.closedAndCancelled', { name, date, count })
    },
    offered(way, back),
  )
  return answer
}
