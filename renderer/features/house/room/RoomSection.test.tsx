import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RoomRules } from '../../../../shared/contract/house/room-rules.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { dateOf, daysAfter, instantAt, weekdayOf } from '../../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { RoomSection } from './RoomSection.tsx'
import { setRulesDraft } from './rules/rules-draft.ts'

const zone = 'Asia/Shanghai'
let page: TestWindow
let today: string
beforeEach(async () => {
  page = await aWindow()
  today = dateOf(new Date().toISOString(), zone)
  page.show(
    <main id="main" tabIndex={-1}>
      <RoomSection />
    </main>,
  )
  await screen.findByRole('list', { name: '这些规则说的是' }, patience)
})
afterEach(async () => {
  setRulesDraft(null)
  await page.close()
})

const theRoom = async () => {
  const [room] = await accepted(page.client.rooms.list({}))
  if (room === undefined) throw new Error('no room')
  return room
}
const sentences = () =>
  within(screen.getByRole('list', { name: '这些规则说的是' }))
    .getAllByRole('listitem')
    .map((line) => line.textContent)
async function type(label: string, text: string) {
  const field = screen.getByLabelText(label)
  await page.user.clear(field)
  await page.user.type(field, text)
  await page.user.tab()
  return field as HTMLInputElement
}
const press = (name: string | RegExp) => page.user.click(screen.getByRole('button', { name }))
async function elsewhere(change: Partial<RoomRules>) {
  const room = await theRoom()
  const rules = room.rules.at(-1)?.rules
  if (rules === undefined) throw new Error('no rules')
  const wish = { roomId: room.id, seenVersion: null, validFrom: today, rules: { ...rules, ...change } }
  await accepted(page.client.rooms.saveRules({ ...wish, toldHits: null, cancel: null }))
}

test('from any of its fields they are saved by the key that saves everywhere', async () => {
  const field = await type('每周', '2')
  field.focus()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('规则已保存')
})

test('saved by the keys, they go on at the page, as the row that it was saved with is gone', async () => {
  await type('每周', '2')
  screen.getByRole('button', { name: /^保存/ }).focus()
  await page.user.keyboard('{Enter}')
  await page.told('规则已保存')
  await waitFor(() => expect(document.activeElement?.id).toBe('main'), patience)
})

test('the rules are read as sentences, changed from a day on, and taken away again', async () => {
  expect(sentences().slice(0, 2)).toEqual(['4 个席位，每场 30 分钟', '每天 09:00–21:00'])
  await type('周六结束', '2')
  await type('周六开始', '21')
  await type('每周', '2')
  const changes = screen.getByRole('list', { name: '会改这些' })
  expect(changes.textContent).toContain('周六 21:00–次日 02:00')
  expect(changes.textContent).toContain('每人每周最多 2 场')
  const day = daysAfter(today, 10)
  await type('从哪天起', day)
  await press(/^保存/)
  await waitFor(async () => expect((await theRoom()).rules.map(({ validFrom }) => validFrom)).toContain(day), patience)
  const [, coming] = (await theRoom()).rules
  expect(coming?.rules.week[5]).toEqual({ opensAt: '21:00', closesAt: '02:00' })
  expect(coming?.rules.limits).toEqual([{ per: 'week', count: 2 }])
  // Taken back, they are as if they had never been; done again, they are there once more.
  ;(await page.told('规则已保存')).undo?.()
  await waitFor(async () => expect((await theRoom()).rules).toHaveLength(1), patience)
  const back = await page.told('起的规则已去掉')
  back.redo?.()
  await waitFor(async () => expect((await theRoom()).rules).toEqual([expect.anything(), coming]), patience)
  await page.user.click(await screen.findByRole('button', { name: /^去掉/ }, patience))
  await waitFor(async () => expect((await theRoom()).rules).toHaveLength(1), patience)
})

test('what cannot be read or is refused stays in its field, with what to do', async () => {
  const seats = await type('席位数', '120')
  await press(/^保存/)
  expect((await screen.findByRole('alert')).textContent).toBe('「席位数」请填 1 到 99')
  expect(seats.value).toBe('120')
  await type('席位数', '6')
  await type('周一开始', '8')
  await type('周一结束', '8:10')
  await press(/^保存/)
  expect((await screen.findByRole('alert', {}, patience)).textContent).toContain('周一：开放时间比一场还短')
  expect([seats.value, (screen.getByLabelText('周一结束') as HTMLInputElement).value]).toEqual(['6', '08:10'])
  expect((await theRoom()).rules).toHaveLength(1)
})

test('what cannot be read is led to, wherever the rules were sent from', async () => {
  await press('加停开日')
  await type('哪几号席（空着是全部）', '三')
  const sent = async () => {
    screen.getByLabelText('席位数').focus()
    await page.user.keyboard('{Enter}')
  }
  const isAt = (name: string) =>
    waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(name, { exact: true })), patience)
  await sent()
  await isAt('哪几号席（空着是全部）')
  await type('哪几号席（空着是全部）', '3')
  await sent()
  await isAt('从')
  expect(screen.queryByRole('button', { name: /^1 / })).toBeNull()
  await type('周二结束', '晚上')
  await sent()
  await isAt('周二结束')
})

test('bookings that are hit are listed with who, when and why; cancelled with a reason, or kept; all of it is taken back at once', async () => {
  const day = daysAfter(today, 3)
  const person = await accepted(
    page.client.people.add({ name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null }),
  )
  const seatId = (await theRoom()).seats[0]?.id ?? ''
  const startsAt = instantAt(day, '10:00', zone)
  const who = { personId: person.id, companionId: null, purpose: 'listen' as const, seatId }
  const booking = await accepted(page.client.bookings.reserve({ ...who, startsAt, endsAt: addMs(startsAt, 3_600_000) }))
  await page.user.click(screen.getAllByRole('checkbox')[weekdayOf(day) - 1] ?? document.body)
  await press(/^保存/)
  const dialog = await screen.findByRole('dialog', { name: '有 1 个预约不合新规则' }, patience)
  expect(within(dialog).getByText('王敏').closest('tr')?.textContent).toContain('10:00–11:00不在开放时间内')
  await press('回去再改')
  expect((await theRoom()).rules).toHaveLength(1)
  await press(/^保存/)
  await page.user.click(await screen.findByRole('radio', { name: '取消选中的' }, patience))
  await press('取消 1 个预约并保存')
  expect(screen.getByText('请写上原因，被取消的人会看到')).toBeTruthy()
  await type('取消的原因', '设备检修')
  page.answer('rooms.saveRules', () => Promise.reject(new Error('broken off')))
  await press('取消 1 个预约并保存')
  await waitFor(() => expect(page.noticeCount()).toBe(1), patience)
  expect(screen.getByLabelText<HTMLInputElement>('取消的原因').value).toBe('设备检修')
  page.answer('rooms.saveRules', (_input, ask) => ask())
  await press('取消 1 个预约并保存')
  await waitFor(
    async () => expect(await accepted(page.client.bookings.upcoming({ personId: person.id }))).toEqual([]),
    patience,
  )
  const [line] = await accepted(page.client.bookings.history({ bookingId: booking.id }))
  expect(line).toMatchObject({ what: 'cancelled', reason: '设备检修' })
  ;(await page.told('取消了 1 个预约')).undo?.()
  await page.told('恢复了 1 个预约')
  expect((await theRoom()).rules).toHaveLength(1)
  expect(await accepted(page.client.bookings.upcoming({ personId: person.id }))).toMatchObject([{ id: booking.id }])
  // Done again it cancels what it cancelled, which is all that it hits.
  ;(await page.told('起的规则已去掉')).redo?.()
  await waitFor(
    async () => expect(await accepted(page.client.bookings.upcoming({ personId: person.id }))).toEqual([]),
    patience,
  )
  expect((await theRoom()).rules).toHaveLength(2)
})

test('a peak is written with its name and seats; somebody else’s change is asked about, and nothing typed is lost', async () => {
  await press('加高峰日')
  expect(document.activeElement).toBe(screen.getByLabelText('从'))
  await type('从', '2027-11-11')
  // What empties a day is pressed by the pointer; keys empty its field, and go on to the next one.
  expect(document.activeElement).toBe(screen.getByLabelText('到'))
  await type('名称', '双11')
  await type('开几席', '8')
  await elsewhere({ slotMinutes: 60 })
  await press(/^保存/)
  await page.user.click(await screen.findByRole('button', { name: /^用我的/ }, patience))
  await waitFor(async () => expect((await theRoom()).rules.at(-1)?.rules.days).toHaveLength(1), patience)
  // What nobody touched here is as the other one made it.
  expect((await theRoom()).rules.at(-1)?.rules.slotMinutes).toBe(60)
  expect((await theRoom()).rules.at(-1)?.rules.days[0]).toMatchObject({
    ...{ kind: 'peak', from: '2027-11-11', to: '2027-11-11', seatCount: 8, name: { zh: '双11', en: '' } },
  })
})
