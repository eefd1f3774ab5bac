import { expect, type Locator, type Page } from '@playwright/test'
import { arrivedAt } from './frame.ts'
import { listening, press } from './keyboard.ts'

/** The three steps of the first minute. Enter goes on, Esc skips. */
export class FirstRunPage {
  readonly page: Page
  readonly name: Locator
  readonly department: Locator
  readonly seats: Locator
  readonly folder: Locator
  readonly refusal: Locator

  constructor(page: Page) {
    this.page = page
    this.name = page.getByRole('combobox', { name: '姓名' })
    this.department = page.getByRole('combobox', { name: '部门' })
    this.seats = page.getByRole('textbox', { name: '席位数' })
    this.folder = page.getByRole('textbox', { name: '送到哪个文件夹' })
    this.refusal = page.getByRole('alert')
  }

  async arrived(): Promise<FirstRunPage> {
    await arrivedAt(this.page, '欢迎使用听线台')
    await expect(this.name).toBeFocused()
    return this
  }

  /** The heading of the step that is open now. */
  async at(step: '先认识一下你' | '听线室有几个席位' | '工单导出到哪里', focused?: Locator): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2 })).toHaveText(step)
    if (focused !== undefined) await expect(focused).toBeFocused()
    await listening(this.page)
  }

  /** Replaces what stands in the field that has the focus. */
  async type(text: string): Promise<void> {
    await press(this.page, 'Mod+a')
    await this.page.keyboard.type(text)
  }
}
