import { expect } from '@playwright/test'
import { seatsOf } from '../builders/rooms.ts'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { FirstRunPage } from './pages/first-run-page.ts'
import { arrivedAt, goTo, title } from './pages/frame.ts'
import { pointerPresses, press, tabTo, watchPointer } from './pages/keyboard.ts'

test('the first minute by keys only: who I am, six seats, the export folder, then today', async ({
  app,
  elsewhere,
}) => {
  const first = await new FirstRunPage(app.page).arrived()
  await watchPointer(app.page)
  await first.type('王敏')
  await press(app.page, 'Tab')
  await expect(first.department).toBeFocused()
  await first.type('服务体验部')
  await press(app.page, 'Enter')

  await first.at('听线室有几个席位', first.seats)
  await first.type('6')
  await press(app.page, 'Enter')

  await first.at('工单导出到哪里', first.folder)
  await first.type(elsewhere)
  await press(app.page, 'Enter')

  await arrivedAt(app.page, '今天')
  await expect(app.page.getByRole('button', { name: '我是谁：王敏' })).toBeVisible()
  expect(await pointerPresses(app.page)).toBe(0)
  const [me] = await accepted(app.door.people.list({}))
  expect(me).toMatchObject({ name: '王敏', department: '服务体验部', role: 'listener' })
  expect(await accepted(app.door.settings.get({}))).toMatchObject({
    me: me?.id,
    exportFolder: elsewhere,
    isFirstRunDone: true,
  })
  expect(await seatsOf(app.door)).toHaveLength(6)

  // It comes once.
  await app.restart()
  await arrivedAt(app.page, '今天')
})

test('every step can be skipped with Esc, nothing was invented, and everything can be set later in settings', async ({
  app,
}) => {
  const first = await new FirstRunPage(app.page).arrived()
  await press(app.page, 'Escape')
  await first.at('听线室有几个席位')
  await press(app.page, 'Escape')
  await first.at('工单导出到哪里')
  await press(app.page, 'Escape')
  await arrivedAt(app.page, '今天')
  expect(await accepted(app.door.people.list({}))).toEqual([])
  expect(await accepted(app.door.settings.get({}))).toMatchObject({ me: null, exportFolder: null })

  await goTo(app.page, '设置')
  const section = app.page.getByRole('navigation', { name: '设置分类' }).getByRole('link', { name: '听线室' })
  await tabTo(app.page, section)
  await press(app.page, 'Enter')
  const seats = app.page.getByRole('textbox', { name: '席位数' })
  await tabTo(app.page, seats)
  await press(app.page, 'Mod+a')
  await app.page.keyboard.type('2')
  await press(app.page, 'Enter')
  await expect.poll(async () => (await seatsOf(app.door)).length).toBe(2)
  await expect(title(app.page)).toHaveText('设置')
})

test('a name is asked for, and a folder that is away today is told once and then taken', async ({ app }) => {
  const first = await new FirstRunPage(app.page).arrived()
  await press(app.page, 'Enter')
  await expect(app.page.getByText('请填写姓名，或者跳过这一步')).toBeVisible()
  await first.at('先认识一下你', first.name)
  await press(app.page, 'Escape')
  await first.at('听线室有几个席位')
  await press(app.page, 'Escape')
  await first.at('工单导出到哪里', first.folder)
  await first.type('/nowhere/听线共享')
  await press(app.page, 'Enter')
  await expect(first.refusal).toContainText('现在还放不进文件。')
  await press(app.page, 'Enter')
  await arrivedAt(app.page, '今天')
  expect((await accepted(app.door.settings.get({}))).exportFolder).toBe('/nowhere/听线共享')
})

test('a pasted list keeps the good rows and names the bad ones by number', async ({ app }) => {
  await new FirstRunPage(app.page).arrived()
  await tabTo(app.page, app.page.getByRole('button', { name: '已经有名单？粘贴，或选一个 CSV、Excel 文件' }))
  await press(app.page, 'Enter')
  const dialog = app.page.getByRole('dialog', { name: '导入名单' })
  await expect(dialog.getByRole('textbox', { name: '粘贴名单' })).toBeFocused()
  const rows = [
    '姓名\t工号\t部门\t邮箱',
    '王敏\t0012345\t服务体验部\twangmin@example.com',
    '\t0012346\t采销部\t',
    '赵磊\t0012347\t采销部\t不是邮箱',
  ]
  await app.page.keyboard.insertText(rows.join('\n'))
  const bad = dialog.getByRole('region', { name: '有问题的行' }).getByRole('listitem')
  await expect(bad).toHaveText([/^3.*没有姓名/, /^4.*邮箱不像邮箱/])
  await press(app.page, 'Mod+Enter')
  await expect(dialog).toBeHidden()
  // The zeros in front stay: a number of a person is no number.
  expect((await accepted(app.door.people.list({}))).map((person) => [person.name, person.employeeNumber])).toEqual([
    ['王敏', '0012345'],
  ])
})
