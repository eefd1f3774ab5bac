import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { everyShell, test } from './app.ts'
import { accepted } from './door.ts'
import { filesIn, nameLike, readCsv, readXlsx, sha256Of } from './exported-files.ts'
import { enter } from './pages/frame.ts'
import { pointerPresses, press, watchPointer } from './pages/keyboard.ts'
import { SeatsPage } from './pages/seats-page.ts'
import { TicketsPage } from './pages/tickets-page.ts'
import { settle } from './seed.ts'

/** Longer than a number that a spreadsheet can hold, as references of call systems are. */
const reference = '20261121000000012345'

test('the whole main job by keys only: reserve, sit down, hear three calls, note, review, three tickets, export', {
  tag: everyShell,
}, async ({ app, elsewhere }) => {
  test.slow()
  const share = join(elsewhere, '听线共享')
  mkdirSync(share)
  await settle(app.door, { exportFolder: share })
  const { page } = app
  await enter(page)
  await watchPointer(page)

  const seats = await SeatsPage.open(page)
  const ask = await seats.draw()
  const { text } = await ask.place()
  await ask.book()
  await expect(seats.booking(`${text} 我的预约，王敏`)).toBeFocused()
  await seats.checkIn()
  const live = await seats.sitDown()

  await live.nextCall(1)
  await press(page, 'Alt+r')
  await page.keyboard.type(reference)
  await press(page, 'Enter')
  await expect(live.box).toBeFocused()
  await live.write('券领了，下单时却用不上', { digit: 1 })
  await live.write('领券页没有写适用商品', { kind: '判断' })
  await live.write('客服说我的电话是 13812345678', { stored: '客服说我的电话是 138****5678' })
  await live.nextCall(2)
  await live.write('安装师傅约了三次都没来', { digit: 3 })
  await live.write('=再不来就退货')
  await live.write('客服一直在安抚，语气很稳', { kind: '表扬' })
  await live.nextCall(3)
  await live.write('尺寸表和实物差了 5 厘米', { digit: 2 })

  const review = await live.end()
  await review.choose('券领了，下单时却用不上', '领券页没有写适用商品', '客服说我的电话是 138****5678')
  await review.makeTicket('ES-000001')
  await review.choose('安装师傅约了三次都没来', '=再不来就退货')
  await review.makeTicket('ES-000002')
  await review.choose('尺寸表和实物差了 5 厘米')
  await review.makeTicket('ES-000003')

  const tickets = await TicketsPage.open(page)
  await expect(tickets.rows).toHaveCount(3)
  await tickets.find('师傅', 1)
  const pane = await tickets.openCurrent('ES-000002')
  await expect(pane).toContainText('安装师傅约了三次都没来')
  await press(page, 'Escape')
  await press(page, 'Control+f', 'Escape')
  await press(page, 'Enter')
  await expect(tickets.rows).toHaveCount(3)

  const dialog = await tickets.exportAll()
  await dialog.wants('CSV', 'Excel（XLSX）', 'Markdown')
  await expect(dialog.folderState).toContainText('可以写入')
  const ledger = await dialog.start()
  await expect(ledger.row('已送达')).toHaveCount(3)
  expect(await pointerPresses(page)).toBe(0)

  const names = filesIn(share)
  const [csv = '', md = '', xlsx = ''] = names
  expect(names).toEqual([
    expect.stringMatching(nameLike('未了结', 'csv')),
    expect.stringMatching(nameLike('未了结', 'md')),
    expect.stringMatching(nameLike('未了结', 'xlsx')),
  ])
  const kept = await accepted(app.door.exports.list({ limit: 5 }))
  for (const { fileName, sha256 } of kept) expect(sha256).toBe(sha256Of(join(share, fileName)))

  const [heads = [], ...rows] = readCsv(share, csv)
  const column = (name: string) => rows.map((row) => row[heads.indexOf(name)] ?? '')
  expect(column('编号').sort()).toEqual(['ES-000001', 'ES-000002', 'ES-000003'])
  const first = column('编号').indexOf('ES-000001')
  const second = column('编号').indexOf('ES-000002')
  expect(column('原声')[first]).toMatch(/^\d\d:\d\d 券领了，下单时却用不上\n\d\d:\d\d 客服说我的电话是 138\*{4}5678$/)
  expect(column('判断')[first]).toMatch(/^\d\d:\d\d 领券页没有写适用商品$/)
  expect(column('原声')[second]).toContain('=再不来就退货')
  expect(column('问题类型')[second]).toBe('配送安装')
  // With the tab that makes a spreadsheet leave it as it is, instead of 2.02611E+19.
  expect(column('来电参考')[first]).toBe(`${reference}\t`)

  const sheet = await readXlsx(share, xlsx)
  expect(sheet.flat()).toContain(reference)
  expect(sheet.flat().join('\n')).toContain('尺寸表和实物差了 5 厘米')
  expect(readFileSync(join(share, md), 'utf8')).toContain('尺寸表和实物差了 5 厘米')
})
