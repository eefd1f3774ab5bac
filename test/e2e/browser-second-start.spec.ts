import { expect } from '@playwright/test'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter, goTo } from './pages/frame.ts'
import { settle } from './seed.ts'

test('a second Earshot on the same folder is refused with one sentence and exit 1', async ({ app, startServe }) => {
  const { me } = await settle(app.door)
  const second = startServe(app.dataFolder, '--lang', 'zh')
  expect(await second.exited).toBe(1)
  expect(second.output()).toBe(
    `数据文件夹正被另一个听线台使用：${app.dataFolder}。请先关闭它，或用 --data 另选文件夹。\n`,
  )
  // The first one did not notice.
  await enter(app.page)
  expect((await accepted(app.door.people.list({}))).map((person) => person.id)).toContain(me.id)
})

test('a port in use is refused with one sentence and exit 1, and the folder is free again', async ({
  app,
  elsewhere,
  startServe,
}) => {
  const { port } = new URL(app.url)
  const second = startServe(elsewhere, '--port', port, '--lang', 'en')
  expect(await second.exited).toBe(1)
  expect(second.output()).toBe(`Port ${port} is in use. Choose another with --port, or any free one with --port 0.\n`)
  const third = startServe(elsewhere)
  await third.ready
  third.signal('SIGTERM')
  expect(await third.exited).toBe(0)
})

test('a folder that cannot be made is refused with one sentence and exit 1', async ({ startServe }) => {
  // A device is no folder, whoever asks: root may write anywhere else.
  const started = startServe(process.platform === 'win32' ? 'Z:\\nowhere\\data' : '/dev/null/data', '--lang', 'zh')
  expect(await started.exited).toBe(1)
  expect(started.output()).toMatch(/^数据文件夹无法写入：.+。请检查权限和磁盘空间，或用 --data 另选文件夹。\n$/)
})

test('a page whose console was killed says so, and the new link goes on', async ({ app }) => {
  await settle(app.door)
  await enter(app.page)
  const { page } = app
  const bar = page.getByText(/连接中断，正在重连…|听线台没有回应/)
  await app.kill9()
  await expect(bar).toBeVisible()
  await app.start()
  await expect(bar).toBeHidden()
  await goTo(page, '听线')
})
