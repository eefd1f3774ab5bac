import { passportsService } from '../../electron/services/duty/passports.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { notesOf, sessionsOf } from './heard.ts'
import { accepted } from './outcomes.ts'
import { anOpenRoom } from './seats.ts'

/** A room on Friday 2026-09-18 09:00 in Shanghai, four seats, 09:00-21:00; a manager, a coordinator, and whatever is asked of their duties. */
export async function aDutyHouse() {
  const house = await anOpenRoom()
  const stopwatch = makeStopwatch(house.parts)
  const sessions = sessionsOf(house.parts, stopwatch)
  const notes = notesOf(house.parts, stopwatch)
  const passports = passportsService(house.parts)
  const chen = await house.aPerson('陈思远')
  const coordinator = { personId: await house.aPerson('王敏', { role: 'coordinator' }) }

  /** Somebody sits for so long, on a call all the time. */
  async function listen(
    listenerId: string,
    minutes: number,
    { noteCount = 1, bookingId = null as string | null, purpose = 'listen' as 'listen' | 'answer' } = {},
  ) {
    const asker = { personId: listenerId }
    const { id } = await accepted(sessions.start({ bookingId, listenerId, purpose }, asker))
    const call = await accepted(sessions.nextCall({ sessionId: id, reference: null }, asker))
    for (let number = 0; number < noteCount; number += 1) {
      const noteId = house.clock.newId()
      const words = {
        noteId,
        callId: call.id,
        kind: 'voice',
        text: '没人管我',
        offsetMs: 0,
        issueTypeId: null,
      } as const
      await accepted(notes.add(words, asker))
    }
    house.clock.advance(minutes * 60_000)
    await accepted(sessions.end({ sessionId: id }, asker))
  }

  return { house, notes, passports, chen, coordinator, listen }
}

export type DutyHouse = Awaited<ReturnType<typeof aDutyHouse>>

/** To the front line, as it is written down. */
export const trip = {
  date: '2026-03-05',
  place: '亚洲一号仓',
  evidence: '拣货三小时，照片 仓库.jpg',
  tripKind: 'picking',
} as const
