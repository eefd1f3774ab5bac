import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Credit } from '../../../../shared/contract/duty/passports.ts'
import { USUAL_RULES } from '../../../../shared/domain/duty/duties.ts'
import { countEach } from '../../../../shared/domain/duty/duty-kinds.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { Passport } from './Passport.tsx'

let page: TestWindow
afterEach(() => page.close())

test('what was heard in a room with another clock says which clock it is', async () => {
  page = await aWindow()
  const heard = { seatNumber: 1, heardMs: 3_600_000, noteCount: 1, standsInFor: null, satInBy: null }
  const credit = (id: string, startedAt: string, timeZone: string): Credit => ({
    ...{ id, duty: 'listen', date: '2026-09-21', why: null, record: null },
    session: { ...heard, startedAt, timeZone },
  })
  const credits = [
    credit('a', '2026-09-21T02:00:00.000Z', 'Asia/Shanghai'),
    credit('b', '2026-09-21T08:00:00.000Z', 'Europe/Berlin'),
  ]
  const counts = countEach(() => 1)
  const year = { personId: 'p', year: 2026, rules: USUAL_RULES, joinedOn: null, owed: counts, done: counts }
  page.show(<Passport passport={{ ...year, credits, daysLeft: 9, remindedAt: null }} onRemove={null} />)
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['10:00 (UTC+2)', '10:00'])
})
