import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { IntakeButton } from './BookingIntake.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  localStorage.clear()
  page = await aWindow({ clock: aClock() })
  const role = 'listener'
  await accepted(page.client.people.add({ name: '王敏', department: '', role, employeeNumber: 'E1001', email: null }))
})
afterEach(async () => {
  await page.close()
  localStorage.clear()
  vi.useRealTimers()
})

const booked = async () =>
  (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-30' }))).map(
    ({ personName }) => personName,
  )
const open = async () => {
  await page.user.click(await screen.findByRole('button', { name: '导入已有的预约' }))
  return await screen.findByRole('textbox', { name: '粘贴预约表' })
}
const paste = async (list: string) => {
  await page.user.click(await open())
  await page.user.paste(list)
}
const rows = (...lines: string[]) => lines.join('\n')

test('columns nobody could guess are chosen, a row that cannot be one says why and is left out, and undo takes the whole list back', async () => {
  page.show(<IntakeButton />)
  const list = rows(
    '日期\t几点\t席位\t工号',
    '2026-09-21\t14:00-15:00\t1\tE1001',
    '2026-09-22\t14:00-15:00\t1\tE9999',
    '2026-09-23\t下午2点到3点\t1\tE1001',
  )
  await paste(list)
  await screen.findByText(/请先选好/)
  await page.user.click(screen.getByRole('combobox', { name: '开始（或起止）' }))
  // Of the second field: each has its own list.
  const [, ofStart] = await screen.findAllByRole('option', { name: '几点', hidden: true })
  if (ofStart !== undefined) await page.user.click(ofStart)
  await screen.findByText('人员名单里没有「E9999」。请先在「设置 → 人员」里添加')
  expect(screen.getByText(/按听线室所在时区：Asia\/Shanghai/)).toBeDefined()
  const keep = screen.getByRole<HTMLButtonElement>('button', { name: /导入 2 个预约/ })
  expect(keep.disabled).toBe(true)
  await page.user.click(screen.getByRole('checkbox', { name: '不导入这 1 行' }))
  await page.user.click(keep)
  const notice = await page.told('已导入 2 个预约')
  expect(await booked()).toEqual(['王敏', '王敏'])
  notice.undo?.()
  await waitFor(async () => expect(await booked()).toEqual([]))

  // The same headings come again: what they mean is known.
  await paste(list)
  await screen.findByText('人员名单里没有「E9999」。请先在「设置 → 人员」里添加')
})

test('what a row comes to is shown whole: whether somebody listens in or answers as well', async () => {
  page.show(<IntakeButton />)
  await paste(rows('日期\t时间\t席位\t工号\t用途', '2026-09-21\t14:00-15:00\t1\tE1001\t接线'))
  expect((await screen.findByRole('row', { name: /王敏/ })).textContent).toMatch(/接线$/)
})

test('a column that is passed over is named, and one that says 接线 under any heading is not', async () => {
  page.show(<IntakeButton />)
  const heads = '日期\t时间\t席位\t工号\t来意\t随行\t空着'
  await paste(rows(heads, '2026-09-21\t14:00-15:00\t1\tE1001\t接线\t赵磊\t'))
  await screen.findByText('没有用到的列：随行。要用，就在上面选。')
  expect((await screen.findByRole('row', { name: /王敏/ })).textContent).toMatch(/接线$/)
})

test('what is no list says so', async () => {
  page.show(<IntakeButton />)
  await paste('日期\t时间\t席位\t姓名')
  await screen.findByText('里面没有预约')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /导入 0 个预约/ }).disabled).toBe(true)
})

test('its key says what is missing: a list, columns, a row, or what becomes of those that cannot be one', async () => {
  page.show(<IntakeButton />)
  await open()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toBe('先粘贴预约表，或选择一个文件。')
  await page.user.click(screen.getByRole('textbox', { name: '粘贴预约表' }))
  await page.user.paste(
    rows('日期\t时间\t席位\t工号', '2026-09-21\t14:00-15:00\t1\tE1001', '2026-09-22\t14:00-15:00\t1\tE9'),
  )
  await screen.findByText('1 行有问题：改好表格，或勾选不导入它们。')
  expect(screen.queryByRole('alert')).toBe(null)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^1 行有问题/)
  expect(await booked()).toEqual([])
})

test('its key pressed before the list is read counts once it is', async () => {
  let letRead = () => {}
  const isLet = new Promise<void>((resolve) => {
    letRead = resolve
  })
  page.answer('bookingLists.read', async (_input, ask) => isLet.then(ask))
  page.show(<IntakeButton />)
  await paste(rows('日期\t时间\t席位\t工号', '2026-09-21\t14:00-15:00\t1\tE1001'))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(await booked()).toEqual([])
  letRead()
  await page.told('已导入 1 个预约')
  expect(await booked()).toEqual(['王敏'])
})

test('a list that was brought in is taken back later where lists come in, and brought in again', async () => {
  page.show(<IntakeButton />)
  await paste(rows('日期\t时间\t席位\t工号', '2026-09-21\t14:00-15:00\t1\tE1001'))
  await page.user.click(await screen.findByRole('button', { name: /导入 1 个预约/ }))
  await page.told('已导入 1 个预约')
  expect(await booked()).toEqual(['王敏'])
  await open()
  await page.user.click(await screen.findByRole('button', { name: /^撤销导入：/ }))
  await page.told('已撤销导入，取消了 1 个预约')
  expect(await booked()).toEqual([])
  await screen.findByText(/有人 撤销$/)
  await page.user.click(await screen.findByRole('button', { name: /^重新导入：/ }))
  await waitFor(async () => expect(await booked()).toEqual(['王敏']))
})

test('of days such as 12-08 alone it is asked once which number is the month; a row tells each of its mistakes', async () => {
  page.show(<IntakeButton />)
  await paste(rows('日期 / 时间\t席位\t工号', '10-09 14:00-15:00\t1\tE1001', '10-10 周一 14:00-15:00\t1\tE9'))
  await screen.findByText(/「10-09 14:00-15:00」里哪个数是月、哪个是日，表里看不出来/)
  await page.user.click(screen.getByRole('combobox', { name: '12-08 这样的日期' }))
  await page.user.click(await screen.findByRole('option', { name: '先写月：12月8日', hidden: true }))
  await screen.findByText(
    '「10-10 周一 14:00-15:00」里日期和星期对不上：2026年10月10日 周六。请改其中一个；人员名单里没有「E9」。请先在「设置 → 人员」里添加',
  )
  await page.user.click(screen.getByRole('checkbox', { name: '不导入这 1 行' }))
  await page.user.click(screen.getByRole('button', { name: /导入 1 个预约/ }))
  await page.told('已导入 1 个预约')
  expect((await accepted(page.client.bookings.board({ from: '2026-10-09', to: '2026-10-09' }))).length).toBe(1)
})
