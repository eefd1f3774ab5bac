import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { PeopleIntake } from './PeopleIntake.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  // A list of which only what is in sight is in the page: here nothing is in sight.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(220)
  page = await aWindow({ clock: aClock() })
  for (const [at, name] of ['王敏', '李强', '赵云', '孙悦', '周平', '吴倩'].entries())
    await accepted(
      page.client.people.add({ name, department: '', role: 'listener', employeeNumber: `E${at}`, email: null }),
    )
})
afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const names = async () => (await accepted(page.client.people.list({}))).map(({ name }) => name)
const paste = async (...numbers: number[]) => {
  page.show(<PeopleIntake onClose={() => {}} />)
  const all = ['王敏', '李强', '赵云', '孙悦', '周平', '吴倩', '新人']
  await page.user.click(await screen.findByRole('textbox', { name: '粘贴名单' }))
  await page.user.paste(['姓名\t工号', ...numbers.map((at) => `${all[at]}\tE${at}`)].join('\n'))
  return await screen.findByRole('group', { name: /名单里没有的人/ })
}

test('who is missing in a list of all is ticked only if nothing is before them; what else goes is looked at, with a reason, until it is undone', async () => {
  const people = await accepted(page.client.people.list({}))
  const seatId = (await accepted(page.client.rooms.list({})))[0]?.seats[0]?.id ?? ''
  const personId = people.find(({ name }) => name === '李强')?.id ?? ''
  const at = { startsAt: shanghai('10:00', '2026-09-21'), endsAt: shanghai('11:00', '2026-09-21') }
  await accepted(page.client.bookings.reserve({ seatId, personId, companionId: null, purpose: 'listen', ...at }))
  await paste(0, 2, 3, 4, 6)
  await screen.findByText('预约：9月21日 周一 10:00–11:00 1号席')
  for (const count of ['新增 1 人', '不变 4 人']) await screen.findByText(count)
  expect(screen.queryByText(/^更新/)).toBeNull()
  await screen.findByText(/名下还有安排的人没有替你勾选/)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '吴倩' }).checked).toBe(true)
  const looked = screen.getByRole<HTMLInputElement>('checkbox', { name: '李强' })
  expect(looked.checked).toBe(false)
  expect(screen.queryByRole('textbox', { name: /移出的原因/ })).toBeNull()
  await page.user.click(looked)
  const reason = await screen.findByRole<HTMLInputElement>('textbox', { name: /移出的原因/ })
  expect(reason.value).toBe('')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toBe('请写明移出的原因。')
  expect(document.activeElement).toBe(reason)
  expect(await names()).toContain('吴倩')
  await page.user.type(reason, '退休')
  await page.user.click(screen.getByRole('button', { name: /导入 5 人，移出 2 人/ }))
  const notice = await page.told('已导入 5 人，移出 2 人')
  expect(await names()).not.toContain('李强')
  expect(await names()).not.toContain('吴倩')
  notice.undo?.()
  await waitFor(async () => expect(await names()).toContain('李强'))
  expect(await names()).not.toContain('新人')
  expect(await accepted(page.client.bookings.upcoming({ personId }))).toHaveLength(1)
})

test('nobody is ticked where the list holds only a few, and it says why; who is ticked by hand goes', async () => {
  await paste(0, 6)
  await screen.findByText('没有替你勾选：名单有 2 人，在册 6 人，这份名单像是只有一部分。')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '李强' }).checked).toBe(false)
  await screen.findByRole('button', { name: /导入 2 人(?!，)/ })
  await page.user.click(screen.getByRole('checkbox', { name: '李强' }))
  await page.user.click(screen.getByRole('button', { name: /移出 1 人/ }))
  await page.told('已导入 2 人，移出 1 人')
  expect((await names()).sort()).toEqual(['吴倩', '周平', '孙悦', '新人', '王敏', '赵云'].sort())
})

/** What is read of a list comes only when it is let. */
const heldReading = () => {
  let letRead = () => {}
  const isLet = new Promise<void>((resolve) => {
    letRead = resolve
  })
  page.answer('people.readList', async (_input, ask) => isLet.then(ask))
  return letRead
}

test('its key pressed before the list is read counts once it is', async () => {
  const letRead = heldReading()
  page.show(<PeopleIntake onClose={() => {}} />)
  await page.user.click(await screen.findByRole('textbox', { name: '粘贴名单' }))
  await page.user.paste('姓名\t工号\n新人\tE6')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(await names()).not.toContain('新人')
  letRead()
  await page.told('已导入 1 人')
  expect(await names()).toContain('新人')
})

test('so pressed it lets nobody go whom nobody has seen', async () => {
  const letRead = heldReading()
  page.show(<PeopleIntake onClose={() => {}} />)
  await page.user.click(await screen.findByRole('textbox', { name: '粘贴名单' }))
  const most = ['王敏', '李强', '赵云', '孙悦', '周平'].map((name, at) => `${name}\tE${at}`)
  await page.user.paste(['姓名\t工号', ...most, '新人\tE6'].join('\n'))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  letRead()
  await screen.findByRole('button', { name: /移出 1 人/ })
  expect(await names()).toContain('吴倩')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('已导入 6 人，移出 1 人')
  expect(await names()).not.toContain('吴倩')
})

test('its key says what is missing, and a list that was brought in is taken back later where lists come in', async () => {
  page.show(<PeopleIntake onClose={() => {}} />)
  await screen.findByRole('textbox', { name: '粘贴名单' })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toBe('先粘贴名单，或选择一个文件。')
  const base64 = Buffer.from('姓名,工号\n新人,E6').toString('base64')
  await accepted(page.client.people.keepList({ base64 }))
  expect(await names()).toContain('新人')
  await screen.findByText(/导入名单，动了 1 人/)
  await page.user.click(await screen.findByRole('button', { name: /^撤销导入：/ }))
  await page.told('已撤销导入，1 人恢复原样')
  expect(await names()).not.toContain('新人')
  await page.user.click(await screen.findByRole('button', { name: /^重新导入：/ }))
  await waitFor(async () => expect(await names()).toContain('新人'))
})

test('a long list that is taken back in part only, as it breaks off, is not offered to be brought in again', async () => {
  await accepted(page.client.people.keepList({ base64: Buffer.from('姓名,工号\n新人,E6').toString('base64') }))
  let asked = 0
  page.answer('people.turnImport', async () => {
    asked += 1
    if (asked === 1) return { ok: true, value: { count: 500, kept: [], leftCount: 1 } }
    return { ok: false, code: 'unexpected', detail: { reference: 'E1' } }
  })
  page.show(<PeopleIntake onClose={() => {}} />)
  await page.user.click(await screen.findByRole('button', { name: /^撤销导入：/ }))
  const notice = await page.told('已撤销导入，500 人恢复原样')
  expect(asked).toBe(2)
  expect([notice.redo, notice.undo]).toEqual([undefined, undefined])
})

test('taking back a long list tells how far it is, and who is on the list is read again once, at its end', async () => {
  await accepted(page.client.people.keepList({ base64: Buffer.from('姓名,工号\n新人,E6').toString('base64') }))
  page.show(<PeopleIntake onClose={() => {}} />)
  const way = await screen.findByRole('button', { name: /^撤销导入：/ })
  let reads = 0
  page.answer('people.imports', async (_input, ask) => {
    reads += 1
    return ask()
  })
  const lefts = [1_000, 500, 0]
  const told: string[] = []
  page.answer('people.turnImport', async () => {
    const leftCount = lefts.shift() ?? 0
    if (leftCount < 1_000) told.push((await page.told('正在撤销导入')).title)
    page.hears({ kind: 'changed', topics: ['people', 'bookings'] })
    return { ok: true, value: { count: 500, kept: [], leftCount } }
  })
  await page.user.click(way)
  await page.told('已撤销导入，1,500 人恢复原样')
  expect(told).toEqual(['正在撤销导入：500 / 1,500 人', '正在撤销导入：1,000 / 1,500 人'])
  await waitFor(() => expect(reads).toBe(1))
  expect(screen.queryByText(/正在撤销导入/)).toBeNull()
})

test('a list that is not long, but takes long, says that it goes on; pressed anew in a window opened meanwhile it is taken back once', async () => {
  await accepted(page.client.people.keepList({ base64: Buffer.from('姓名,工号\n新人,E6').toString('base64') }))
  const first = page.show(<PeopleIntake onClose={() => {}} />)
  let [asked, go] = [0, () => {}]
  page.answer('people.turnImport', () => {
    asked += 1
    return new Promise((done) => {
      go = () => done({ ok: true, value: { count: 1, kept: [], leftCount: 0 } })
    })
  })
  const way = () => screen.findByRole('button', { name: /^撤销导入：/ })
  await page.user.click(await way())
  await page.told('正在撤销导入…')
  first.unmount()
  page.show(<PeopleIntake onClose={() => {}} />)
  await page.user.click(await way())
  go()
  await page.told('已撤销导入，1 人恢复原样')
  await waitFor(() => expect(screen.queryByText('正在撤销导入…')).toBeNull())
  expect(asked).toBe(1)
})

test('bringing in that takes long is told in a place that was there before its words', async () => {
  page.show(<PeopleIntake onClose={() => {}} />)
  let go = () => {}
  page.answer('people.keepList', (_input, ask) => new Promise((done) => (go = () => done(ask()))))
  await page.user.click(await screen.findByRole('textbox', { name: '粘贴名单' }))
  await page.user.paste('姓名\t工号\n新人\tE6')
  const [status] = screen.getAllByRole('status').filter((one) => one.textContent === '')
  await page.user.click(await screen.findByRole('button', { name: /^导入 1 人/ }))
  await waitFor(() => expect(status?.textContent).toBe('正在导入 1 人，一次全部写入'), patience)
  go()
  await page.told('已导入 1 人')
})

test('somebody new who bears the name of one who is known is told so: they may only have moved', async () => {
  page.show(<PeopleIntake onClose={() => {}} />)
  await page.user.click(await screen.findByRole('textbox', { name: '粘贴名单' }))
  await page.user.paste('姓名\t部门\n孙悦\t采销部\n新人\t采销部')
  await screen.findByText('名单上已有：孙悦 · E3')
  await screen.findByText('新增 2 人')
  expect(screen.getAllByText(/名单上已有/)).toHaveLength(1)
})
