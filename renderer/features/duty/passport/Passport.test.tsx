import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Credit, Passport as PassportOfYear } from '../../../../shared/contract/duty/passports.ts'
import { NOTHING_OWED, USUAL_RULES } from '../../../../shared/domain/duty/duties.ts'
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
  page.show(passportOf(credits))
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['10:00 (UTC+2)', '10:00'])
})

test('of two trips on one day, to two places, it says that a day has one, and not that both are the same', async () => {
  page = await aWindow()
  const written = { personId: 'p', duty: 'trip', date: '2026-09-21', place: '', evidence: '', version: 1 } as const
  const trip = (id: string, why: Credit['why'], tripKind: NonNullable<Credit['record']>['tripKind']): Credit => ({
    ...{ id, duty: 'trip', date: '2026-09-21', why, session: null },
    record: { ...written, id, tripKind, writtenAt: '2026-09-21T02:00:00.000Z', writtenByName: null },
  })
  page.show(passportOf([trip('a', null, 'picking'), trip('b', 'same_again', 'store_guide')]))
  expect(screen.getAllByText('同一天的同一项只算一次，不算')).toHaveLength(1)
})

test('of whoever joined too late to owe anything it says that, and not that the role owes nothing', async () => {
  page = await aWindow()
  page.show(passportOf([], { owed: NOTHING_OWED, joinedOn: '2026-11-03' }))
  expect(screen.getAllByText(/入职，按余下的时间，今年不要求履责。/)).toHaveLength(1)
  expect(screen.queryByText(/不要求这个身份/)).toBeNull()
})

test('of a session that somebody held in their stead it says who went and that it does not count, and leads nowhere', async () => {
  page = await aWindow()
  const untold = { heardMs: 0, noteCount: 0, standsInFor: null, isAnothers: true } as const
  const session = { seatNumber: 1, startedAt: '2026-09-21T02:00:00.000Z', timeZone: 'Asia/Shanghai', satInBy: '李强' }
  const went = { id: 'a', duty: 'listen', date: '2026-09-21', why: 'stand_in', record: null } as const
  page.show(passportOf([{ ...went, session: { ...session, ...untold } }]))
  screen.getByText('李强 代为入座，不算')
  expect(screen.queryByText(/通话 0 分钟|0 条批注/)).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
})

function passportOf(credits: Credit[], change: Partial<PassportOfYear> = {}) {
  const counts = countEach(() => 1)
  const year = { personId: 'p', year: 2026, rules: USUAL_RULES, joinedOn: null, owed: counts, done: counts }
  return <Passport passport={{ ...year, credits, daysLeft: 9, remindedAt: null, ...change }} onRemove={null} />
}
