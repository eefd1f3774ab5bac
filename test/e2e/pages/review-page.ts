import { expect, type Locator, type Page } from '@playwright/test'
import { arrivedAt } from './frame.ts'
import { press } from './keyboard.ts'

/** Notes on the left, the ticket they would make on the right. */
export class ReviewPage {
  readonly page: Page
  readonly notes: Locator
  readonly ticketTitle: Locator
  readonly issueType: Locator
  readonly department: Locator
  /** The tickets of this session. */
  readonly made: Locator

  constructor(page: Page) {
    this.page = page
    this.notes = page.getByRole('listbox', { name: '本场批注' }).getByRole('option')
    this.ticketTitle = page.getByRole('textbox', { name: '标题' })
    this.issueType = page.getByRole('combobox', { name: '问题类型' })
    this.department = page.getByRole('combobox', { name: '责任部门' })
    this.made = page.getByRole('region', { name: '本场工单' }).getByRole('link')
  }

  async arrived(): Promise<ReviewPage> {
    await expect(this.page).toHaveURL(/\/review\/[0-9a-f-]{36}/)
    await arrivedAt(this.page, '整理')
    return this
  }

  note(text: string): Locator {
    return this.notes.filter({ hasText: text })
  }

  /** Walks to each note with j and chooses it with x. The notes are given in the order of the list. */
  async choose(...texts: string[]): Promise<void> {
    for (const text of texts) {
      const note = this.note(text)
      while ((await note.getAttribute('data-cursor')) === null) {
        const before = await this.cursor()
        await press(this.page, 'j')
        await expect.poll(() => this.cursor()).not.toBe(before)
      }
      await press(this.page, 'x')
      await expect(note).toHaveAttribute('aria-selected', 'true')
    }
  }

  private cursor(): Promise<string | null> {
    return this.page.getByRole('listbox', { name: '本场批注' }).getAttribute('aria-activedescendant')
  }

  /** Makes a ticket of what is chosen; done when it stands in the list of this session. */
  async makeTicket(number: string): Promise<void> {
    await press(this.page, 'Mod+Enter')
    await expect(this.made.filter({ hasText: number })).toBeVisible()
  }
}
