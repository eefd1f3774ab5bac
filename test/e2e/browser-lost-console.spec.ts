import { expect } from '@playwright/test'
import { test } from './app.ts'
import { enter, goTo } from './pages/frame.ts'
import { settle } from './seed.ts'

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
