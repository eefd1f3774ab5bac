import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../../electron/services/life-channel/sealing.ts'
import { makeStopwatch } from '../../../electron/services/listening/stopwatch.ts'
import { callsToEmpty } from '../../../electron/storage/life-channel/sealed-calls.ts'
import { notesOf, sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { anOpenRoom } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

async function aSealedCall() {
  const asker = { personId: await house.aPerson('陈思远') }
  const stopwatch = makeStopwatch(house.parts)
  const [sessions, notes] = [sessionsOf(house.parts, stopwatch), notesOf(house.parts, stopwatch)]
  const life = lifeChannelService(house.parts, makeSealing(house.parts, plainSealer), plainSealer)
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, asker))
  const { id: callId } = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }, asker))
  const words = { kind: 'voice', text: '紫檀木匣子', offsetMs: 0, issueTypeId: null } as const
  await accepted(notes.add({ noteId: house.clock.newId(), callId, ...words }, asker))
  const how = { origin: 'key', grade: null, evidence: null, raisedAt: house.clock.now() } as const
  await accepted(life.raise({ caseId: house.clock.newId(), callId, ...how }, asker))
  await accepted(sessions.endCall({ callId }, asker))
}

test('what could not be put away is tried again by itself, whatever the reason was', async () => {
  const { engine } = house.parts
  const logged: string[] = []
  let failing = 3
  const parts = {
    ...house.parts,
    log: { ...house.parts.log, error: (message: string) => void logged.push(message) },
    engine: {
      ...engine,
      transact: ((work: never) => {
        failing -= 1
        if (failing >= 0) throw new Error(`紫檀木匣子, ${failing}`)
        return engine.transact(work)
      }) as typeof engine.transact,
    },
  }
  await aSealedCall()
  const again = makeSealing(parts, plainSealer, null, { againMs: 1 })
  again.putAway()
  await expect.poll(() => house.parts.engine.transact(callsToEmpty), patience).toEqual([])
  expect(logged).toEqual(Array(3).fill('the words of a sealed call were not put away'))
  again.stop()
})
