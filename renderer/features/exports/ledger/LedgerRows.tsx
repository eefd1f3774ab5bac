import type { ExportRecord, FoundExport } from '../../../../shared/contract/exports/exports.ts'
import { useWindowFirst } from '../../../lib/rows-in-window.ts'
import { cancelExport, confirmFolder, retryExport, showInFolder } from '../exports.actions.ts'
import { ExportRow } from './ExportRow.tsx'
import { exportOnceMore, showExport } from './ledger-desk.ts'

/** Without anything else to be done: the file's name and what is in it. */
const ROW_HEIGHT = 52
/** The page's heading, the panel's and the names of the columns. */
const ABOVE = 150

export interface LedgerRowsProps {
  lines: readonly FoundExport[]
  /** Looked for, to be marked; empty for none. */
  text: string
  /** The line the keys are on. */
  current: ExportRecord | undefined
  changedOf: (record: ExportRecord) => number
  onElsewhere: (record: ExportRecord) => void
}

export function LedgerRows({ lines, text, current, changedOf, onElsewhere }: LedgerRowsProps) {
  const currentAt = lines.findIndex(({ record }) => record === current)
  const drawn = useWindowFirst(lines, ROW_HEIGHT, ABOVE, currentAt)
  return drawn.map((line) => (
    <ExportRow
      key={line.record.id}
      line={line}
      text={text}
      changedCount={changedOf(line.record)}
      isUnderCursor={line.record === current}
      onOpen={() => showExport(line.record.id)}
      onShow={() => void showInFolder(line.record)}
      onAgain={() => void exportOnceMore(line.record, 'all')}
      onRetry={() => void retryExport(line.record, null)}
      onElsewhere={() => onElsewhere(line.record)}
      onConfirm={() => void confirmFolder(line.record)}
      onCancel={() => void cancelExport(line.record)}
    />
  ))
}
