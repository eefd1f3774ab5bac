import { join } from 'node:path'
import { v7 } from 'uuid'
import { inTransaction } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { insertPerson } from '../../electron/storage/house/people.ts'
import { readRoom, saveRoom } from '../../electron/storage/house/room.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { insertBooking } from '../../electron/storage/seats/bookings.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'
import { startBrowserShell } from './browser-shell.ts'
import { connectToDoor } from './door-client.ts'

const HOUR_MS = 3_600_000
const BOOKINGS_A_DAY = 6

/** Makes the room large and busy: round the clock in quarters of an hour, every seat with six bookings on each of the dates. */
export async function layBusyRoom(dataFolder: string, seatCount: number, dates: readonly string[]): Promise<void> {
  const db = openForWriting(join(dataFolder, 'earshot.db'))
  inTransaction(db, () => {
    const by = { at: systemClock.now(), actorId: null }
    const room = {
      opensAt: '00:00',
      closesAt: '24:00',
      slotMinutes: 15,
      ownRules: null,
      seats: { count: seatCount, kept: [] },
    } as const
    runOn(db, saveRoom(runOn(db, readRoom()), room, by, systemClock))
    const { seats, timeZone } = runOn(db, readRoom())
    for (const seat of seats) {
      const personId = v7()
      const person = {
        name: `王敏${seat.number}`,
        department: '客服部',
        employeeNumber: `8${seat.number}`,
        email: null,
      }
      runOn(db, insertPerson({ id: personId, role: 'listener', ...person, joinedOn: null, version: 0 }))
      for (const date of dates) {
        for (let piece = 0; piece < BOOKINGS_A_DAY; piece += 1) {
          const startsAt = addMs(
            instantAt(date, '08:00', timeZone),
            piece * 2 * HOUR_MS + (seat.number % 4) * (HOUR_MS / 4),
          )
          const place = { seatId: seat.id, startsAt, endsAt: addMs(startsAt, HOUR_MS) }
          const rest = { companionId: null, purpose: 'listen', state: 'booked', version: 0 } as const
          const nobodyYet = { checkedInAt: null, satById: null, walkUpOf: null }
          const event = { id: v7(), at: startsAt, actorId: null, what: 'reserved' } as const
          runOn(db, insertBooking({ id: v7(), personId, ...place, ...rest, ...nobodyYet }, event))
        }
      }
    }
  })
  db.close()
  const shell = await startBrowserShell(dataFolder)
  const door = await connectToDoor(shell.address)
  await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
  door.close()
  await shell.stop()
}
