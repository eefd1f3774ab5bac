import { expect, test } from 'vitest'
import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import { historyLines, namesInOne } from './history-lines.ts'

const anEvent = (
  at: string,
  what: TicketEvent['what'],
  remark: string | null = null,
  actorName = '周宁',
): TicketEvent => ({
  ...{ id: `${at}${what}${remark}`, at: `2026-09-${at}:00.000Z`, actorName, what, action: null, from: null, to: null },
  ...{ remark, undoesEventId: null, canGoBack: false },
})
const dateIn = (at: string) => at.slice(0, 10)

test('what one person exported in one day is one line at its last file, with all of them; what was done stays a line each', () => {
  const events = [
    anEvent('18T01:00', 'opened'),
    anEvent('18T09:00', 'exported', 'a_01.csv'),
    anEvent('18T09:01', 'exported', 'a_01.xlsx'),
    anEvent('18T09:30', 'moved'),
    anEvent('18T09:40', 'exported', 'b.csv', '王敏'),
    anEvent('18T10:00', 'exported', 'a_02.csv'),
    anEvent('19T09:00', 'exported', 'c.csv'),
  ]
  const lines = historyLines(events, dateIn).map(({ event, files }) => [event.at.slice(8, 16), event.what, files])
  expect(lines).toEqual([
    ['19T09:00', 'exported', ['c.csv']],
    ['18T10:00', 'exported', ['a_01.csv', 'a_01.xlsx', 'a_02.csv']],
    ['18T09:40', 'exported', ['b.csv']],
    ['18T09:30', 'moved', []],
    ['18T01:00', 'opened', []],
  ])
})

test('names that differ in their format alone are told once', () => {
  expect(namesInOne(['a_01.csv', 'a_01.xlsx', 'b.csv', 'b.csv', 'c', ''])).toEqual(['a_01.csv · .xlsx', 'b.csv', 'c'])
})
