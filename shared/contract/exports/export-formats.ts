/** What is the same of a format on both sides. */
interface FormatFacts {
  /** What its files end in. */
  readonly extension: string
  /** Whether a new export holds it unless somebody says otherwise. */
  readonly isUsual: boolean
}

/**
 * Every format of an export, in the order they are offered. Its words (`format` in `exports.json`) and its writer
 * (`electron/adapters/exports/writers.ts`) are asked for by the compiler. Without schemas, so that a window can know it.
 */
export const exportFormats = {
  xlsx: { extension: 'xlsx', isUsual: true },
  /** UTF-8 with BOM, for spreadsheets. */
  csv: { extension: 'csv', isUsual: true },
  /** One text a department reads. */
  markdown: { extension: 'md', isUsual: false },
} as const satisfies Readonly<Record<string, FormatFacts>>

export type ExportFormat = keyof typeof exportFormats

export const exportFormatNames = Object.keys(exportFormats) as ExportFormat[]
