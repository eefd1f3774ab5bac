import type { Span } from '../slots.ts'

/** Somebody's drawn place, for so many people. */
export interface Granted extends Span {
  readonly requestId: string
  readonly roomId: string
  readonly people: number
}

/** A seat that is free for a whole run. */
interface FreeRun extends Span {
  readonly roomId: string
  readonly seatId: string
  readonly seatNumber: number
}

/**
 * Which seats the drawn places are on, by request. Each time the first that are free are taken: where every seat is free for the whole
 * run and no slot has more people than seats, there always are enough. Throws where there are not: then the draw was wrong.
 */
export function laySeats(granted: readonly Granted[], places: readonly FreeRun[]): Map<string, FreeRun[]> {
  const runs = Map.groupBy(places, ({ roomId, startsAt, endsAt }) => `${roomId} ${startsAt} ${endsAt}`)
  const ofRoom = Map.groupBy(
    [...runs.values()].map((seats) => ({
      seats: [...seats]
        .sort((left, right) => left.seatNumber - right.seatNumber)
        .map((place) => ({ place, freeFrom: '' })),
    })),
    ({ seats }) => seats[0]?.place.roomId ?? '',
  )
  const laid = new Map<string, FreeRun[]>()
  const inOrder = [...granted].sort(
    (left, right) => compareText(left.startsAt, right.startsAt) || compareText(left.requestId, right.requestId),
  )
  for (const { requestId, roomId, startsAt, endsAt, people } of inOrder) {
    const run = ofRoom
      .get(roomId)
      ?.find(
        ({ seats: [seat] }) => seat !== undefined && seat.place.startsAt <= startsAt && endsAt <= seat.place.endsAt,
      )
    const free = (run?.seats ?? []).filter(({ freeFrom }) => freeFrom <= startsAt).slice(0, people)
    if (free.length < people) throw new Error('a draw gave away more seats than there are')
    for (const seat of free) seat.freeFrom = endsAt
    laid.set(
      requestId,
      free.map(({ place }) => place),
    )
  }
  return laid
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
