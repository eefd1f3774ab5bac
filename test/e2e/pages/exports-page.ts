import { expect, type Locator, type Page } from '@playwright/test'
import { arrivedAt, goTo } from './frame.ts'
import { press, tabTo } from './keyboard.ts'

/** The ledger of what went to the shared drives. */
export class ExportsPage {
  readonly page: Page
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.getByRole('list', { name: '导出台账' }).getByRole('listitem')
  }

  static async open(page: Page): Promise<ExportsPage> {
    await goTo(page, '导出')
    return new ExportsPage(page)
  }

  async arrived(): Promise<ExportsPage> {
    await arrivedAt(this.page, '导出')
    return this
  }

  /** The dialog for a new export. */
  async begin(): Promise<NewExportDialog> {
    await press(this.page, 'n')
    return new NewExportDialog(this.page).arrived()
  }

  row(fileName: string | RegExp): Locator {
    return this.rows.filter({ hasText: fileName })
  }

  /** The details of the line the keys are on. */
  async openFirst(): Promise<Locator> {
    await press(this.page, 'Enter')
    return this.page.getByRole('dialog', { name: '这份导出' })
  }

  /** Puts the cursor on the first row and tries again. */
  async retryFirst(): Promise<void> {
    await press(this.page, 'k', 'k', 'r')
  }
}

export type FormatName = 'CSV' | 'Excel（XLSX）' | 'Markdown'

export class NewExportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly folder: Locator
  readonly folderState: Locator
  readonly fileNames: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: '新建导出' })
    this.folder = this.dialog.getByRole('textbox', { name: '送到哪个文件夹' })
    this.folderState = this.dialog.getByRole('status')
    this.fileNames = this.dialog.getByRole('region', { name: '预览' }).getByRole('listitem')
  }

  async arrived(): Promise<NewExportDialog> {
    await expect(this.dialog).toBeVisible()
    await expect(this.fileNames).not.toHaveCount(0)
    return this
  }

  /** Sets or clears the mark of each format by Tab and Space. */
  async wants(...formats: FormatName[]): Promise<void> {
    for (const format of ['Excel（XLSX）', 'CSV', 'Markdown'] as const) {
      const box = this.dialog.getByRole('checkbox', { name: format })
      if ((await box.isChecked()) === formats.includes(format)) continue
      await tabTo(this.page, box)
      await press(this.page, 'Space')
      await expect(box).toBeChecked({ checked: formats.includes(format) })
    }
    await expect(this.fileNames).toHaveCount(formats.length)
  }

  async sendTo(folder: string): Promise<void> {
    await tabTo(this.page, this.folder)
    await press(this.page, 'Mod+a')
    await this.page.keyboard.type(folder)
    await expect(this.folder).toHaveValue(folder)
  }

  async start(): Promise<ExportsPage> {
    await press(this.page, 'Mod+Enter')
    await expect(this.dialog).toBeHidden()
    return new ExportsPage(this.page).arrived()
  }
}
