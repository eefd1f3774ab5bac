import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { WriteExport } from './writing.ts'

/** Who writes each format. Fetched when needed: exceljs alone is 30 MB and a quarter of a second that a CSV can do without. */
export const writers: Readonly<Record<ExportFormat, () => Promise<WriteExport>>> = {
  xlsx: async () => (await import('./xlsx-writer.ts')).writeXlsx,
  csv: async () => (await import('./csv-writer.ts')).writeCsv,
  markdown: async () => (await import('./markdown-writer.ts')).writeMarkdown,
}
