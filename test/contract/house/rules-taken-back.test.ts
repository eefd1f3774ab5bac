import { expect, test } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { rooms } from '../../../shared/contract/house/rooms.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

test('rules that go and come back as they stood leave later ones as those stood, and whose each closed day is', async () => {
  const house = await anOpenRoom()
  const rulesNow = async () => (await accepted(house.rooms.list({}, nobody)))[0]?.rules ?? []
  const name = { zh: '检修', en: 'Repair' }
  const days = [{ kind: 'closed' as const, from: '2026-09-25', to: '2026-10-05', seatNumbers: [3], name }]
  for (const validFrom of ['2026-09-28', '2026-10-02', '2026-09-22']) await house.newRules({ days }, { validFrom })
  const before = await rulesNow()
  const validFrom = '2026-09-28'
  const wish = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom, toldHits: null, cancel: null }
  await accepted(house.rooms.saveRules({ ...wish, rules: null }, nobody))
  const rules = before.find((one) => one.validFrom === validFrom)?.rules ?? null
  const later = before.filter((one) => one.validFrom > validFrom)
  await accepted(house.rooms.saveRules({ ...wish, rules, later }, nobody))
  expect(await rulesNow()).toEqual(before)
  house.close()
})

test('what stood on that day and later is answered, and no two of the later ones begin on one day', async () => {
  const house = await anOpenRoom()
  const stood = await house.newRules({ bufferMinutes: 15 }, { validFrom: '2026-10-02' })
  const [, theirs] = stood.rules
  if (theirs === undefined) throw new Error('no rules')
  const wish = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom: '2026-09-28', toldHits: null, cancel: null }
  const { before } = await accepted(house.rooms.saveRules({ ...wish, rules: theirs.rules }, nobody))
  expect(before).toEqual([theirs])
  const { input } = rooms.saveRules
  expect(input.safeParse({ ...wish, rules: null, later: [theirs] }).success).toBe(true)
  expect(input.safeParse({ ...wish, rules: null, later: [theirs, theirs] }).success).toBe(false)
  const far = Array.from({ length: 401 }, (_, day) => ({
    ...theirs,
    validFrom: new Date(Date.parse('2026-10-02') + day * 86_400_000).toISOString().slice(0, 10),
  }))
  expect(input.safeParse({ ...wish, rules: null, later: far.slice(1) }).success).toBe(true)
  expect(input.safeParse({ ...wish, rules: null, later: far }).success).toBe(false)
  house.close()
})
