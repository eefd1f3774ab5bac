import { create } from 'zustand'
import type { ExportSelection } from '../../shared/contract/exports/exports.ts'

/** What the tickets screen hands to the exports screen. Not in the address: a filter may hold customer words. */
export interface ChosenForExport {
  selection: ExportSelection
  /** Goes into the file name, e.g. a department; empty where the choice has no name of its own. */
  scope: string
  ticketCount: number
}

export const useExportSelection = create<{ chosen: ChosenForExport | null }>()(() => ({ chosen: null }))
