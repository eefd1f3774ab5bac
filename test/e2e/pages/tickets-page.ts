import { expect, type Locator, type Page } from '@playwright/test'
import { NewExportDialog } from './exports-page.ts'
import { goTo } from './frame.ts'
import { press } from './keyboard.ts'

export class TicketsPage {
  readonly page: Page
  readonly list: Locator
  /** Without the head of the table. */
  readonly rows: Locator
  readonly search: Locator
  readonly count: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('grid', { name: '工单列表' })
    this.rows = this.list.getByRole('row').filter({ hasText: /ES-\d{6}/ })
    this.search = page.getByRole('textbox', { name: '搜索工单' })
    this.count = page.getByRole('status').filter({ hasText: /^共 / })
  }

  static async open(page: Page): Promise<TicketsPage> {
    await goTo(page, '工单')
    const tickets = new TicketsPage(page)
    await expect(tickets.list).toBeFocused()
    return tickets
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text })
  }

  /** Finds tickets by words in voice or view, then goes back to the list. */
  async find(words: string, count: number): Promise<void> {
    await press(this.page, 'Control+f')
    await expect(this.search).toBeFocused()
    await this.page.keyboard.type(words)
    await expect(this.rows).toHaveCount(count)
    await press(this.page, 'Enter')
    await expect(this.list).toBeFocused()
  }

  /** Opens the ticket under the cursor beside the list. */
  async openCurrent(number: string): Promise<Locator> {
    await press(this.page, 'Enter')
    const pane = this.page.getByRole('complementary', { name: `工单 ${number}` })
    await expect(pane).toBeVisible()
    return pane
  }

  /** Takes everything found to a new export. */
  async exportAll(): Promise<NewExportDialog> {
    await press(this.page, 'a', 'Alt+s')
    return new NewExportDialog(this.page).arrived()
  }
}
