import { expect, type Locator, type Page } from '@playwright/test'
import { FirstRunPage } from './first-run-page.ts'
import { arrivedAt, goTo, notices } from './frame.ts'
import { press, tabTo } from './keyboard.ts'

interface JoinWish {
  readonly address: string
  readonly code: string
  readonly deskName: string
  /** Of somebody whom the hub does not know yet. */
  readonly name?: string
}

/** On the very first start: the way below the first step. */
export async function joinAtFirstRun(page: Page, wish: JoinWish): Promise<void> {
  await new FirstRunPage(page).arrived()
  await tabTo(page, page.getByRole('button', { name: '这台电脑属于公司的中心？用加入码加入' }))
  await press(page, 'Enter')
  await fillIn(page, wish)
}

/** Later: Settings → Team. */
export async function joinInSettings(page: Page, wish: JoinWish): Promise<void> {
  const first = await new FirstRunPage(page).arrived()
  await press(page, 'Escape')
  await first.at('听线室有几个席位')
  await press(page, 'Escape')
  await first.at('工单导出到哪里')
  await press(page, 'Escape')
  await arrivedAt(page, '今天')
  await goTo(page, '设置')
  await tabTo(page, page.getByRole('navigation', { name: '设置分类' }).getByRole('link', { name: '团队' }))
  await press(page, 'Enter')
  await fillIn(page, wish)
}

async function fillIn(page: Page, { address, code, deskName, name }: JoinWish): Promise<void> {
  const field = (label: string) => page.getByRole('textbox', { name: label })
  await field('中心的地址').fill(address)
  await field('加入码').fill(code)
  await field('这台电脑叫什么').fill(deskName)
  await press(page, 'Mod+Enter')
  if (name !== undefined) {
    // The hub asks for it only where the code is for somebody new.
    await expect(field('你的姓名')).toBeFocused()
    await page.keyboard.type(name)
    await press(page, 'Mod+Enter')
  }
  await expect(notices(page)).toContainText('已加入「总部中心」')
}

/** The quiet line above the page: empty while all is well. */
export const teamBar = (page: Page): Locator => page.getByRole('status', { name: '和中心的连接' })

export const waitingList = (page: Page): Locator => page.getByRole('dialog', { name: '等着上传的' })
