import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { makeWallClock } from './wall-clock.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']
// Around the days on which clocks change, and at the turn of a year.
const days = ['2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05', '2026-12-31', '1999-12-31']

test.each(zones)('reads the clock of %s as the zone itself does', (zone) => {
  const clock = makeWallClock(zone)
  for (const day of days)
    for (let minute = 0; minute < 1_440; minute += 7) {
      const instant = new Date(Date.parse(`${day}T00:00:59.000Z`) + minute * 60_000).toISOString()
      const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
      expect(clock.text(instant)).toBe(there.toString().slice(0, 16).replace('T', ' '))
      expect(clock.date(instant).toISOString()).toBe(`${there.toString({ smallestUnit: 'second' })}.000Z`)
    }
})
