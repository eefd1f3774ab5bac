import { expect, type Locator, type Page } from '@playwright/test'
import { goTo, notices } from './frame.ts'
import { press } from './keyboard.ts'
import { LivePage } from './live-page.ts'

const ZONE = 'Asia/Shanghai'
/** The last quarter of the room's day: the next slot stands on tomorrow's board. */
const isDayEnding = () => new Date().toLocaleTimeString('en-GB', { timeZone: ZONE }) >= '23:45'

/** The day board. Slots are a quarter of an hour, the room never closes (seed.ts). */
export class SeatsPage {
  readonly page: Page
  readonly board: Locator
  readonly cells: Locator

  constructor(page: Page) {
    this.page = page
    this.board = page.getByRole('grid', { name: /的席位表$/ })
    this.cells = this.board.getByRole('gridcell')
  }

  /** Opens the board with the cursor on the next slot: check-in to it is open already, and it cannot pass meanwhile. */
  static async open(page: Page): Promise<SeatsPage> {
    await goTo(page, '席位')
    const seats = new SeatsPage(page)
    await seats.atNextSlot()
    return seats
  }

  private async atNextSlot(): Promise<void> {
    await expect(this.board).toBeVisible()
    await expect(this.board.locator(':focus')).toHaveCount(1)
    // What is free is known by then: on an unread day nothing is drawn.
    await expect(this.board).toHaveAttribute('aria-busy', 'false')
    if (!isDayEnding()) return press(this.page, 'ArrowDown')
    await this.atNextMidnight()
  }

  /** The board of tomorrow, from its first slot on. */
  async atNextMidnight(): Promise<void> {
    const today = await this.board.getAttribute('aria-label')
    await press(this.page, ']')
    await expect(this.board).not.toHaveAttribute('aria-label', today ?? '')
    await expect(this.board).toHaveAttribute('aria-busy', 'false')
    await expect(this.board.locator(':focus')).toHaveCount(1)
    // The cursor keeps its row; a page is six slots.
    await press(this.page, ...Array<string>(16).fill('PageUp'))
    await expect(this.booking('1号席 00:00 空闲')).toBeFocused()
  }

  booking(name: string | RegExp): Locator {
    return this.board.getByRole('gridcell', { name })
  }

  /** Draws an hour (less where the day ends) from the cursor down, and asks for it. */
  async draw(): Promise<AskDialog> {
    await press(this.page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter')
    return new AskDialog(this.page).arrived()
  }

  /** Checks in to the booking under the cursor. */
  async checkIn(): Promise<void> {
    await press(this.page, 'c')
    await expect(notices(this.page)).toContainText('已签到')
  }

  /** Sits down at the booking under the cursor. */
  async sitDown(): Promise<LivePage> {
    await press(this.page, 's')
    return new LivePage(this.page).arrived()
  }
}

/** The little form beside what was drawn. */
export class AskDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly refusal: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: /^预约 / })
    this.refusal = this.dialog.getByRole('alert')
  }

  async arrived(): Promise<AskDialog> {
    await expect(this.dialog.getByRole('button', { name: /^预约/ })).toBeFocused()
    return this
  }

  /** «1号席 10:15–11:15» */
  async place(): Promise<{ seat: number; from: string; to: string; text: string }> {
    const label = (await this.dialog.getAttribute('aria-label')) ?? ''
    const [, seat = '', from = '', to = ''] = /(\d+)号席 (\d\d:\d\d)–(\d\d:\d\d)/.exec(label) ?? []
    return { seat: Number(seat), from, to, text: `${seat}号席 ${from}–${to}` }
  }

  /** Enter, with everything as proposed. */
  async book(): Promise<void> {
    await press(this.page, 'Enter')
    await expect(this.dialog).toBeHidden()
  }
}
