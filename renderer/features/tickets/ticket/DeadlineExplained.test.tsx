import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { DeadlineExplained } from './DeadlineExplained.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('days of a year that nobody entered are said to be counted as ordinary ones, where that year begins', async () => {
  const { callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, '券用不了')
  const [type] = await accepted(page.client.tickets.issueTypes({}))
  const wish = {
    title: '券用不了',
    issueTypeId: type?.id ?? '',
    priority: 3 as const,
    department: '营销部',
    noteIds: [note.id],
  }
  const { id: ticketId } = await accepted(page.client.tickets.open(wish))
  const detail = await accepted(page.client.tickets.get({ ticketId }))
  const from = (date: string) => ({
    from: `${date}T01:00:00.000Z`,
    to: `${date}T04:00:00.000Z`,
    workingMs: 3 * 3_600_000,
  })
  const blocks = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-04'].map(from)
  page.show(
    <DeadlineExplained detail={{ ...detail, deadline: { ...detail.deadline, blocks, unknownYears: [2027] } }} />,
  )
  const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '')
  const said = rows.findIndex((row) => row.startsWith('从这里起：2027 年的节假日和调休还没有录入'))
  expect([rows[said - 1], rows[said + 1]]).toEqual([
    expect.stringContaining('12月31日'),
    expect.stringContaining('1月1日'),
  ])
  expect(rows.filter((row) => row.includes('从这里起'))).toHaveLength(1)
  within(screen.getAllByRole('row')[said] as HTMLElement).getByRole('link', { name: '录入 2027 年' })
})
