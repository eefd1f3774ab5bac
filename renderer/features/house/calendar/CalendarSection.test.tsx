import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { CalendarSection } from './CalendarSection.tsx'
import { useCalendarDrafts } from './calendar-draft.ts'

// Thursday 2026-12-31, 17:00 in Shanghai.
const now = '2026-12-31T09:00:00.000Z'
let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(now) })
})
afterEach(async () => {
  vi.useRealTimers()
  useCalendarDrafts.setState({}, true)
  await page.close()
})

const open = async (year = 2027) => {
  page.show(<CalendarSection />, `/settings?section=calendar&year=${year}`)
  return screen.findByRole('grid', { name: '一月' })
}
const day = (date: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-date="${date}"]`)
  if (found === null) throw new Error(`${date} is not shown`)
  return found
}
const look = (date: string) => day(date).dataset.look
const stored = async (year = 2027) => {
  const { days, source } = await accepted(page.client.calendar.year({ year }))
  return [source, ...days.map(({ date, kind, name }) => `${date} ${kind} ${name.zh}`)]
}
const keyboard = (keys: string) => page.user.keyboard(keys)

test('a year is entered by keys alone: walk, turn, a range, a name, undo, save', async () => {
  await open()
  await screen.findByText(/2027 年的节假日和调休还没有录入/)
  day('2027-01-01').focus()
  await keyboard(' ')
  expect(look('2027-01-01')).toBe('holiday')
  await keyboard('{ArrowDown}{ArrowRight}')
  expect(document.activeElement).toBe(day('2027-01-09'))
  await keyboard('m')
  expect(look('2027-01-09')).toBe('make_up_workday')
  await keyboard('{PageDown}')
  expect(document.activeElement).toBe(day('2027-02-09'))
  await keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}h')
  expect(['2027-02-09', '2027-02-10', '2027-02-11'].map(look)).toEqual(['holiday', 'holiday', 'holiday'])
  await keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByLabelText('节日名称'))
  await keyboard('春节{Enter}')
  expect(document.activeElement).toBe(screen.getByDisplayValue('春节'))
  day('2027-02-11').focus()
  await keyboard('{ArrowRight}h{Control>}z{/Control}')
  expect(look('2027-02-12')).toBe('workday')
  expect(await stored()).toEqual(['missing'])
  await keyboard('{Control>}{Enter}{/Control}')
  await page.told('2027 年的工作日历已保存')
  expect(await stored()).toEqual([
    'entered',
    '2027-01-01 holiday ',
    '2027-01-09 make_up_workday ',
    ...['09', '10', '11'].map((date) => `2027-02-${date} holiday 春节`),
  ])
  await waitFor(() => expect(screen.queryByText(/还没有保存|还没有录入，/)).toBeNull(), patience)
})

test('what was changed while a save was on its way stays; undo does not take away what somebody else saved since', async () => {
  await open()
  await screen.findByText(/2027 年的节假日和调休还没有录入/)
  let arrive = () => {}
  page.answer('calendar.save', async (_input, ask) => {
    page.answerNoMore('calendar.save')
    await new Promise<void>((resolve) => {
      arrive = resolve
    })
    return ask()
  })
  day('2027-01-01').focus()
  await keyboard(' {Control>}{Enter}{/Control}')
  await keyboard('{ArrowRight}{ArrowRight}{ArrowRight} ')
  arrive()
  const saved = await page.told('2027 年的工作日历已保存')
  expect(await stored()).toEqual(['entered', '2027-01-01 holiday '])
  expect(look('2027-01-04')).toBe('holiday')
  const theirs = { date: '2027-05-03', kind: 'holiday' as const, name: { zh: '别人的', en: 'theirs' } }
  await accepted(page.client.calendar.save({ year: 2027, days: [theirs], seenVersion: 1, toldMoves: null }))
  saved.undo?.()
  await page.told('之后又被改过')
  expect(await stored()).toEqual(['entered', '2027-05-03 holiday 别人的'])
})

test('by mouse: drag a range, make it worked or free; a make-up day that is worked anyway stays an ordinary one', async () => {
  await open()
  const { user } = page
  await user.pointer([
    { keys: '[MouseLeft>]', target: day('2027-05-01') },
    { target: day('2027-05-03') },
    { keys: '[/MouseLeft]' },
  ])
  await user.click(screen.getByRole('button', { name: /^调休上班/ }))
  expect(['2027-05-01', '2027-05-02', '2027-05-03'].map(look)).toEqual([
    'make_up_workday',
    'make_up_workday',
    'workday',
  ])
  await user.dblClick(day('2027-05-04'))
  expect(look('2027-05-04')).toBe('holiday')
  await user.click(screen.getByRole('button', { name: '放弃改动' }))
  expect(look('2027-05-04')).toBe('workday')
})

test('changes wait while another year or another screen is looked at', async () => {
  await open()
  day('2027-01-01').focus()
  await keyboard(' ]')
  await screen.findByRole('heading', { name: '2028 年' })
  await keyboard('[[')
  await waitFor(() => expect(look('2027-01-01')).toBe('holiday'), patience)
  await screen.findByText('改了 1 天，还没有保存')
})

describe('with a ticket that is due on New Year', () => {
  beforeEach(async () => {
    const { callId } = await aCall(page.client)
    const note = await aNoteIn(page.client, callId, 1)
    const wish = { title: '券用不了', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
    await accepted(page.client.tickets.open({ ...wish, noteIds: [note.id] }))
  })
  const theTicket = async () => {
    const filter = { text: '', states: [], priorities: [], issueTypeIds: [], departments: [] }
    const rest = { openedFrom: null, openedTo: null, isOverdue: false }
    const found = await accepted(page.client.tickets.list({ filter: { ...filter, ...rest }, sort: 'number', limit: 1 }))
    return found.tickets[0]
  }
  const ticketDue = async () => (await theTicket())?.dueAt

  test('saving says how many deadlines move and which; only then they do, and undo takes both back', async () => {
    await open()
    day('2027-01-01').focus()
    await keyboard(' {Control>}{Enter}{/Control}')
    const dialog = within(await screen.findByRole('dialog', { name: '保存 2027 年的日历，会改动 1 张工单的截止时间' }))
    dialog.getByText(/ES-000001/)
    dialog.getByText(/1月4日 12:00/)
    expect([await stored(), await ticketDue()]).toEqual([['missing'], '2027-01-01T04:00:00.000Z'])
    await page.user.click(dialog.getByRole('button', { name: '先不' }))
    expect([look('2027-01-01'), await stored()]).toEqual(['holiday', ['missing']])
    await keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('dialog', { name: /会改动 1 张/ })
    await keyboard('{Control>}{Enter}{/Control}')
    const saved = await page.told('1 张工单的截止时间随之改了')
    expect(await ticketDue()).toBe('2027-01-04T04:00:00.000Z')
    saved.undo?.()
    await page.told('已恢复')
    expect([await stored(), await ticketDue()]).toEqual([['missing'], '2027-01-01T04:00:00.000Z'])
  })

  test('undo that would move other deadlines by now, though as many, does nothing and says so', async () => {
    await open()
    day('2027-01-01').focus()
    await keyboard(' {Control>}{Enter}{/Control}')
    await screen.findByRole('dialog', { name: /会改动 1 张/ })
    await keyboard('{Control>}{Enter}{/Control}')
    const saved = await page.told('1 张工单的截止时间随之改了')
    await accepted(page.client.tickets.withdraw({ ticketId: (await theTicket())?.id ?? '' }))
    const session = await accepted(page.client.sessions.current({}))
    const [call] = await accepted(page.client.sessions.calls({ sessionId: session?.id ?? '' }))
    const note = await aNoteIn(page.client, call?.id ?? '', 2)
    const wish = { title: '又一张', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
    await accepted(page.client.tickets.open({ ...wish, noteIds: [note.id] }))
    saved.undo?.()
    await page.told('没有恢复')
    expect(await stored()).toEqual(['entered', '2027-01-01 holiday '])
  })
})

test('somebody else saved the year first: the changes stay, and are saved only as one’s own', async () => {
  await open()
  day('2027-01-01').focus()
  await keyboard(' ')
  const theirs = { date: '2027-05-03', kind: 'holiday' as const, name: { zh: '别人的', en: 'theirs' } }
  await accepted(page.client.calendar.save({ year: 2027, seenVersion: null, days: [theirs], toldMoves: null }))
  await keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/改了工作日历。你写的还在/)
  await waitFor(() => expect(['2027-01-01', '2027-05-03'].map(look)).toEqual(['holiday', 'holiday']), patience)
  expect(await stored()).toEqual(['entered', '2027-05-03 holiday 别人的'])
  await page.user.click(screen.getByRole('button', { name: /^用我的/ }))
  await page.told('已保存')
  // A day that nobody touched here is as the other one made it.
  expect(await stored()).toEqual(['entered', '2027-01-01 holiday ', '2027-05-03 holiday 别人的'])
})

test('a file shows what it would change and which lines it leaves out, and waits in the calendar to be saved', async () => {
  await open(2026)
  await page.user.click(screen.getByRole('button', { name: '导入' }))
  await screen.findByRole('dialog', { name: '导入工作日历' })
  await keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toBe('先选择一个文件。')
  const file = new File(['date,kind,name\n2027-01-01,holiday,元旦\n2027-01-02,?,\n'], '2027.csv')
  const chooser = document.querySelector<HTMLInputElement>('input[type=file]')
  if (chooser === null) throw new Error('nothing to choose a file with')
  await page.user.upload(chooser, new File([''], 'empty.csv'))
  await screen.findByText('还没有可以用的，原因见上。')
  expect(screen.queryByRole('alert')).toBeNull()
  await page.user.upload(chooser, file)
  const dialog = within(screen.getByRole('dialog'))
  await dialog.findByText('看不出是放假还是上班')
  dialog.getByText('第 3 行')
  dialog.getByText('照常 → 放假 元旦')
  await page.user.click(dialog.getByRole('button', { name: /^放进日历/ }))
  await screen.findByText('改了 1 天，还没有保存')
  expect([look('2027-01-01'), await stored()]).toEqual(['holiday', ['missing']])
})
