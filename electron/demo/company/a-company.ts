import type { Person } from '../../../shared/contract/house/people.ts'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Ask } from '../demo-asker.ts'
import { DAY_MS, instantOf, MINUTE_MS, momentOf, type Stage, TIME_ZONE } from '../stage.ts'
import { companyPeople, listsOf, MANAGER_COUNT, secretaryOf } from './company-people.ts'
import { layCompanyRooms } from './company-rooms.ts'
import { fillCompany, PEAK_DAY } from './company-week.ts'

/** Says how far it is: what is laid, how many of it, of how many. */
export type Told = (what: 'people' | 'bookings', made: number, of: number) => void

/** A company: its people and rooms at once; comes to how its week is filled. */
export async function aCompany(stage: Stage, startsMs: number, told: Told) {
  const { ask, nowMs, later, sit } = stage
  const managers = await layManagers(ask, told)
  const rooms = await layCompanyRooms(ask, startsMs)
  layWaits(stage, rooms, managers)
  layDraw(stage, rooms, managers)
  return fillCompany({ ask, nowMs, later, sit, rooms, managers, told: (made, of) => told('bookings', made, of) })
}

async function layManagers(ask: Ask, told: Told): Promise<Person[]> {
  const people = companyPeople()
  for (const { base64, until } of listsOf(people)) {
    await ask('people', 'keepList', { base64 })
    told('people', until, MANAGER_COUNT)
  }
  const byNumber = new Map((await ask('people', 'list', {})).map((person) => [person.employeeNumber, person]))
  return people.flatMap(({ employeeNumber }) => byNumber.get(employeeNumber) ?? [])
}

/** Who waits for a morning of the peak day, when every seat is taken. */
function layWaits({ ask, nowMs, later, sit }: Stage, rooms: readonly HouseRoom[], managers: readonly Person[]): void {
  // The last thing that happens: with somebody waiting, whatever changes is looked through for them.
  later(nowMs - MINUTE_MS / 2, async () => {
    const date = dateOf(instantOf(momentOf(nowMs, PEAK_DAY, '12:00')), TIME_ZONE)
    for (let at = 0; at < 24; at += 1) {
      const person = managers[13_000 + at * 97]
      const room = rooms[at % rooms.length]
      if (person === undefined || room === undefined) continue
      const before = sit(at % 2 === 0 ? person.id : (managers[secretaryOf(13_000 + at * 97, at)]?.id ?? person.id))
      await ask('waitlist', 'join', {
        ...{ personId: person.id, companionId: null, purpose: 'listen', acceptHours: null, roomId: room.id },
        windows: [{ date, from: '09:00', to: '11:00', minutes: 60, seatId: null }],
      })
      sit(before)
    }
  })
}

/** A draw for the mornings of two days after the week, which many have asked in. */
function layDraw({ ask, nowMs, later, sit }: Stage, rooms: readonly HouseRoom[], managers: readonly Person[]): void {
  later(nowMs - DAY_MS, async () => {
    const [first, last] = [10, 11].map((day) => dateOf(instantOf(momentOf(nowMs, day, '12:00')), TIME_ZONE))
    const coordinator = managers[0]?.id ?? null
    const before = sit(coordinator)
    const window = await ask('draws', 'open', {
      ...{ roomIds: rooms.map(({ id }) => id), from: first ?? '', to: last ?? '' },
      ...{
        hours: { from: '09:00', to: '12:00' },
        lengthsMinutes: [60],
        closesAt: instantOf(nowMs + 20 * 60 * MINUTE_MS),
      },
    })
    for (let at = 0; at < 60; at += 1) {
      const person = managers[14_500 + at * 23]
      if (person === undefined) continue
      const wishes = [0, 1, 2].map((turn) => {
        const hour = 9 + ((at + turn) % 3)
        return `${rooms[(at + turn) % rooms.length]?.id} ${instantOf(momentOf(nowMs, 10 + ((at >> 1) % 2), `${String(hour).padStart(2, '0')}:00`))}`
      })
      sit(person.id)
      await ask('draws', 'handIn', {
        ...{ windowId: window.id, personId: person.id, togetherWith: [], purpose: 'listen', lengthMinutes: 60, wishes },
      })
    }
    sit(before)
  })
}
