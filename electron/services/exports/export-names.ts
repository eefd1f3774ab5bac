import { type ExportFormat, exportFormatNames, exportFormats } from '../../../shared/contract/exports/export-formats.ts'
import type { ExportKind } from '../../../shared/contract/exports/exports.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { exportFileName } from '../../../shared/domain/exports/export-names.ts'

/** `_01` to `_99`: more exports of one scope in one minute is a mistake, not a use. */
const LAST_SEQUENCE = 99

/**
 * The names of one wish: the formats share their number, so that the pair is seen as one export, and the number is the first
 * that no other export has in any format.
 */
export function exportNames(
  facts: { kind: ExportKind; scope: string; language: 'zh' | 'en'; at: Instant; timeZone: string },
  formats: readonly ExportFormat[],
  isTaken: (fileName: string) => boolean,
): string[] {
  const named = (sequence: number, format: ExportFormat) =>
    exportFileName({ ...facts, sequence, extension: exportFormats[format].extension })
  let sequence = 1
  while (sequence < LAST_SEQUENCE && exportFormatNames.some((format) => isTaken(named(sequence, format)))) sequence += 1
  return formats.map((format) => named(sequence, format))
}

/** The name itself and those that follow it, for when the folder already has it. Names of other exports are left to them. */
export function namesFrom(fileName: string, isTaken: (fileName: string) => boolean): string[] {
  const parts = /^(.*_)(\d+)(\.\w+)$/u.exec(fileName)
  const [, head = '', first = '', ending = ''] = parts ?? []
  if (parts === null) return [fileName]
  const names: string[] = []
  for (let sequence = Number(first); sequence <= LAST_SEQUENCE; sequence += 1) {
    const name = `${head}${String(sequence).padStart(2, '0')}${ending}`
    if (!isTaken(name)) names.push(name)
  }
  return names
}
