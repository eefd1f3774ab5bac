import { expect, test } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
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
