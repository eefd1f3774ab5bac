import { expect, type Locator, type Page } from '@playwright/test'
import { arrivedAt, goTo } from './frame.ts'
import { press } from './keyboard.ts'
import { ReviewPage } from './review-page.ts'

export type KindName = '原声' | '判断' | '表扬' | '风险'
const kindKeys: Record<KindName, string> = { 原声: 'Alt+1', 判断: 'Alt+2', 表扬: 'Alt+3', 风险: 'Alt+4' }

/** The live screen. Everything here is done by keys. */
export class LivePage {
  readonly page: Page
  readonly box: Locator
  readonly stamp: Locator
  readonly timer: Locator
  readonly notes: Locator
  readonly conversation: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('textbox', { name: '批注' })
    this.stamp = page.getByLabel('时间点')
    this.timer = page.getByRole('timer', { name: '通话时长' })
    this.notes = page.getByRole('list', { name: '本通批注' }).getByRole('listitem')
    this.conversation = page.getByTestId('drop-area').getByRole('complementary')
  }

  /** Sits down without a booking. */
  static async walkUp(page: Page): Promise<LivePage> {
    await goTo(page, '听线')
    await expect(page.getByRole('button', { name: /^开始/ })).toBeVisible()
    await press(page, 'w')
    return new LivePage(page).arrived()
  }

  /** Back to the session that runs. */
  static async current(page: Page): Promise<LivePage> {
    await goTo(page, '听线')
    return new LivePage(page).arrived()
  }

  async arrived(): Promise<LivePage> {
    await expect(this.page).toHaveURL(/\/listen\/[0-9a-f-]{36}/)
    await arrivedAt(this.page, '听线')
    return this
  }

  /** Starts the first or the next call, and waits until its box has the focus. */
  async nextCall(number: number): Promise<void> {
    await press(this.page, 'Alt+n')
    await this.hears(number)
  }

  async hears(number: number): Promise<void> {
    await expect(this.page.getByText(`第 ${number} 通 · 通话中`)).toBeVisible()
    await expect(this.box).toBeFocused()
  }

  note(text: string): Locator {
    return this.notes.filter({ hasText: text })
  }

  issueType(name: string): Locator {
    return this.page.getByRole('group', { name: '问题类型' }).getByRole('button', { name })
  }

  /**
   * Types a note in the box and saves it; done when the console has it on disk. `digit`: the issue type, chosen
   * before the first word. `stored`: the words as they come back, where some of them are masked.
   */
  async write(
    text: string,
    { kind, digit, stored = text }: { kind?: KindName; digit?: number; stored?: string } = {},
  ): Promise<void> {
    await expect(this.box).toHaveValue('')
    if (kind !== undefined) await press(this.page, kindKeys[kind])
    if (digit !== undefined) await press(this.page, 'Alt+t', String(digit))
    await this.page.keyboard.type(text)
    await expect(this.box).toHaveValue(text)
    await this.save(stored)
  }

  async save(text: string): Promise<void> {
    await press(this.page, 'Mod+Enter')
    await expect(this.note(text)).toHaveAttribute('data-state', 'stored')
  }

  /** Ends call and session. */
  async end(): Promise<ReviewPage> {
    await press(this.page, 'Alt+q')
    await expect(this.page.getByRole('dialog', { name: '结束这场听线？' })).toBeVisible()
    await press(this.page, 'Mod+Enter')
    return new ReviewPage(this.page).arrived()
  }
}
