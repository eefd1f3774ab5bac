import { expect, test } from 'vitest'
import type { MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import { defaultCalendar } from '../../../shared/domain/house/default-calendar.ts'
import { lineAsTyped } from '../../../shared/domain/meetings/said-line.ts'
import { saidLine } from '../../../shared/domain/meetings/typed-line.ts'
import { namesOneMayMean } from './names-one-may-mean.ts'

test('a line whose owner has left the house and the meeting since is taken up again whole', () => {
  const said = { ownerName: 'Anna Berg', text: 'Rewrites the page', dueOn: null }
  const line: MeetingLine = { ...said, id: 'line', outcome: null, version: 1 }
  const names = namesOneMayMean({ attendees: [], lines: [line] }, [])
  expect(saidLine(lineAsTyped(line), names, { today: '2026-09-18', calendar: defaultCalendar })).toEqual(said)
})
