import { expect, test } from 'vitest'
import type { RoomRules, RulesVersion } from '../../../shared/contract/house/room-rules.ts'
import {
  everyDayRules,
  FROM_THE_FIRST_DAY,
  withoutVersion,
  withVersion,
} from '../../../shared/domain/seats/room-rules.ts'
import { lottery } from '../../builders/lottery.ts'
import { dateOfDay, NaiveRoom } from '../../builders/naive-room.ts'

const usual = everyDayRules({ opensAt: '09:00', closesAt: '18:00', slotMinutes: 30 }, 4)
const name = { zh: '检修', en: 'Repair' }

test('whatever days are closed and opened by rules of a fortnight, one over the other: each rules have the days that they have on paper', () => {
  const random = lottery(26)
  const someDays = (): RoomRules['days'] =>
    [1, 5, 8]
      .filter(() => random(2) === 0)
      .map((day) => ({ kind: 'closed', from: dateOfDay(day), to: dateOfDay(day + 5), name, seatNumbers: [2] }))
  const daysOf = ({ rules }: Pick<RulesVersion, 'rules'>) => rules.days.map(({ from }) => from).sort()
  for (let round = 0; round < 300; round += 1) {
    const paper = new NaiveRoom(usual, { now: 0, bookings: [], offers: [], drawn: [], rooms: [] })
    let versions: RulesVersion[] = [{ validFrom: FROM_THE_FIRST_DAY, rules: usual }]
    for (let act = 0; act < 12; act += 1) {
      const day = 1 + random(12)
      const validFrom = dateOfDay(day)
      if (random(3) > 0 || !versions.some((one) => one.validFrom === validFrom)) {
        const rules = { ...usual, days: someDays() }
        versions = withVersion(versions, { validFrom, rules })
        paper.versions = paper.withRules(day, rules)
      } else {
        versions = withoutVersion(versions, validFrom)
        paper.versions = paper.withoutRules(day)
      }
      expect(versions.map(daysOf)).toEqual(paper.versions.map(daysOf))
    }
  }
})
