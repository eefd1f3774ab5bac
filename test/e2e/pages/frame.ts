import { expect, type Locator, type Page } from '@playwright/test'
import { listening, press } from './keyboard.ts'

export type PlaceName = '今天' | '席位' | '听线' | '工单' | '导出' | '设置'
const digits: Record<PlaceName, number> = { 今天: 1, 席位: 2, 听线: 3, 工单: 4, 导出: 5, 设置: 6 }

export const title = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Waits for the page with this title, until it hears keys. */
export async function arrivedAt(page: Page, name: string): Promise<void> {
  await expect(title(page)).toContainText(name)
  await listening(page)
}

/** Goes to a place of the rail by its key. */
export async function goTo(page: Page, name: PlaceName): Promise<void> {
  await expect(title(page)).toBeVisible()
  await press(page, `Mod+${digits[name]}`)
  await arrivedAt(page, name)
}

/**
 * The first arrival after the room was seeded behind the window's back: until it has heard of that it believes in its first
 * run and leads back there, so the key is pressed until it is followed.
 */
export async function enter(page: Page): Promise<void> {
  await expect(title(page)).toBeVisible()
  await expect(async () => {
    await press(page, 'Mod+1')
    await expect(title(page)).toContainText('今天', { timeout: 1_000 })
  }).toPass()
  await arrivedAt(page, '今天')
}

/** The notices in the corner, newest last. */
export const notices = (page: Page): Locator => page.getByRole('region', { name: '提示' })
