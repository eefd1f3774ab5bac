import { create } from 'zustand'
import type { EarshotEvent } from '../../../../shared/contract/events.ts'
import type { ExportProgress } from '../../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../../shared/contract/values.ts'

/** Newest progress of each export that runs; only this window's picture of it, the ledger is main's. */
export const useExportProgress = create<{ byExport: Readonly<Record<Id, ExportProgress>> }>()(() => ({ byExport: {} }))

export function noteProgress(event: EarshotEvent): void {
  if (event.kind !== 'exportProgress') return
  const { kind: _, ...progress } = event
  useExportProgress.setState((state) => ({ byExport: { ...state.byExport, [progress.exportId]: progress } }))
}
