import { expect, type Page } from '@playwright/test'
import { openAlike } from '../builders/rooms.ts'
import { accepted } from './door.ts'
import { filesIn, nameLike, readCsv } from './exported-files.ts'
import { arrivedAt, notices } from './pages/frame.ts'
import { press } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { type AskDialog, SeatsPage } from './pages/seats-page.ts'
import { joinAtFirstRun, joinInSettings, teamBar, waitingList } from './pages/team-page.ts'
import { TicketsPage } from './pages/tickets-page.ts'
import { test } from './team.ts'

/** On the board of tomorrow, whose first seat is asked for from its first slot on. */
async function askForTheFirstSeat(page: Page): Promise<{ seats: SeatsPage; ask: AskDialog }> {
  const seats = await SeatsPage.open(page)
  await seats.atNextMidnight()
  return { seats, ask: await seats.draw() }
}

test('three desks at one hub: one seat for one of two, a note through a cut wire, a ticket opened here and claimed there, an export from the third', async ({
  hub,
  startDesk,
  elsewhere,
}) => {
  test.slow()
  const desks = await Promise.all([startDesk(), startDesk(), startDesk()])
  const [east, west, south] = desks
  const codeFor = async (role: 'note_taker') => (await accepted(east.door.desks.makeCode({ whom: { role } }))).code

  await test.step('each joins with a code', async () => {
    await joinAtFirstRun(east.page, { address: hub.address, code: hub.code, deskName: '东窗', name: '王敏' })
    const room = { seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 15 } as const
    await openAlike(east.door, room)
    const [toWest, toSouth] = [await codeFor('note_taker'), await codeFor('note_taker')]
    await Promise.all([
      joinInSettings(west.page, { address: hub.wire.address, code: toWest, deskName: '西窗', name: '赵磊' }),
      joinAtFirstRun(south.page, { address: hub.address, code: toSouth, deskName: '南窗', name: '吴迪' }),
    ])
  })

  await test.step('both want one seat in the same moment: one has it, the other is told who, and takes the free one beside it', async () => {
    const [here, there] = await Promise.all([askForTheFirstSeat(east.page), askForTheFirstSeat(west.page)])
    const { from, to } = await here.ask.place()
    expect(await there.ask.place()).toEqual(await here.ask.place())
    await Promise.all([press(east.page, 'Enter'), press(west.page, 'Enter')])
    const isRefused = ({ ask }: typeof here) => ask.refusal.isVisible()
    await expect.poll(async () => [await isRefused(here), await isRefused(there)]).toContain(true)
    const [winner, loser] = (await isRefused(there)) ? [here, there] : [there, here]
    const [won, lost] = winner === here ? ['王敏', '赵磊'] : ['赵磊', '王敏']
    await expect(winner.ask.dialog).toBeHidden()
    await expect(loser.ask.refusal).toContainText(`1号席 ${from} 已由 ${won} 预约`)
    await loser.ask.refusal.getByRole('button', { name: `2号席 ${from}–${to}` }).click()
    await expect(loser.ask.dialog).toBeHidden()
    // Nobody loads anything anew.
    await expect(winner.seats.booking(`1号席 ${from}–${to} 我的预约，${won}`)).toBeVisible()
    await expect(winner.seats.booking(`2号席 ${from}–${to} ${lost}`)).toBeVisible()
    await expect(loser.seats.booking(`1号席 ${from}–${to} ${won}`)).toBeVisible()
  })

  await test.step('a note is taken while the wire is cut, and goes up once when it is mended', async () => {
    await east.page.getByRole('link', { name: '场次' }).click()
    await arrivedAt(east.page, '场次')
    await hub.wire.cut()
    await expect(teamBar(west.page)).toContainText('起连不上中心，听线和批注照常。')
    const live = await LivePage.walkUp(west.page)
    await live.nextCall(1)
    await live.write('降价补差没有人告诉过我', { digit: 1 })
    await expect(teamBar(west.page)).toContainText('1 条批注')
    await teamBar(west.page).getByRole('button', { name: '等着上传' }).click()
    await expect(waitingList(west.page)).toContainText('等中心连上')
    await hub.wire.mend()
    await waitingList(west.page).getByRole('button', { name: '现在再试' }).click()
    await expect(waitingList(west.page)).toContainText('全都在中心了')
    await press(west.page, 'Escape')
    await expect(teamBar(west.page)).toBeEmpty()
    await expect(notices(west.page)).toContainText('中心连上了，离开期间的都已上传')
    // There it appears by itself.
    const line = east.page.getByRole('list', { name: '全部场次' }).getByRole('link', { name: '赵磊' })
    await expect(line).toContainText('批注 1')
    const review = await live.end()
    await review.choose('降价补差没有人告诉过我')
    await review.makeTicket('ES-000001')
    await expect(line).toContainText('工单 1')
    await line.click()
    // Beside it stands the ticket, whose title is the same words.
    const heard = east.page.getByRole('region', { name: '通话和批注' })
    await expect(heard.getByText('降价补差没有人告诉过我')).toHaveCount(1)
  })

  await test.step('what one desk opened the other claims; over a change of the other a form keeps every word, and says what changed and by whom', async () => {
    const [hers, his] = await Promise.all([TicketsPage.open(east.page), TicketsPage.open(west.page)])
    const pane = await hers.openCurrent('ES-000001')
    const hisPane = await his.openCurrent('ES-000001')
    await press(west.page, 'e')
    const form = hisPane.getByRole('form', { name: '修改' })
    const typed = form.getByRole('textbox', { name: '标题' })
    await expect(typed).toBeFocused()
    await west.page.keyboard.type('降价补差要主动告诉顾客')

    await press(east.page, 'm', 'Enter')
    await expect(pane.getByRole('combobox', { name: '责任人' })).toHaveValue('王敏')
    await press(east.page, 'Mod+Enter')
    await expect(hers.row('ES-000001')).toContainText('处理中')
    await expect(hisPane).toContainText('处理中')

    await press(west.page, 'Mod+Enter')
    await expect(form.getByRole('alert')).toContainText(/^王敏 \d\d:\d\d 改了状态和责任人。你写的还在。/)
    await expect(typed).toHaveValue('降价补差要主动告诉顾客')
    await form.getByRole('button', { name: '用我的' }).click()
    await expect(form).toBeHidden()
    await expect(hers.row('ES-000001')).toContainText('降价补差要主动告诉顾客')
    await expect(hers.row('ES-000001')).toContainText('处理中')
  })

  await test.step('the third exports what the two made', async () => {
    const tickets = await TicketsPage.open(south.page)
    await expect(tickets.rows).toHaveCount(1)
    const dialog = await tickets.exportAll()
    await dialog.wants('CSV')
    await dialog.sendTo(elsewhere)
    await expect(dialog.folderState).toContainText('文件夹在')
    const ledger = await dialog.start()
    await expect(ledger.row('已送达')).toBeVisible()
    const [name = '', ...more] = filesIn(elsewhere)
    expect(more).toEqual([])
    expect(name).toMatch(nameLike('未了结', 'csv'))
    const [, cells = []] = readCsv(elsewhere, name)
    expect(cells).toEqual(expect.arrayContaining(['ES-000001', '降价补差要主动告诉顾客', '王敏']))
  })
})
