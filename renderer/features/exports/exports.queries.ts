import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { ExportKind, ExportSelection, FoundExport } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { accepted, answered } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** More rows than anybody scrolls; older ones are found by their words. */
export const LEDGER_ROWS = 300

export interface LedgerLines {
  readonly lines: readonly FoundExport[]
  /** Of a search that finds more than is shown. */
  readonly total: number
  /** Tickets that hold the words, where no line of the ledger does. */
  readonly ticketTotal: number
}

/** The newest lines, or those that hold the words; of one kind, or of all. */
export const ledgerLines = (text: string, shown: ExportKind | 'all') =>
  queryOptions({
    queryKey: ['exports', 'lines', text, shown],
    queryFn: async (): Promise<LedgerLines> => {
      const kind = shown === 'all' ? {} : { kind: shown }
      if (text !== '') {
        const { found, ...totals } = await accepted(client.exports.find({ text, limit: LEDGER_ROWS, ...kind }))
        return { lines: found, ...totals }
      }
      const records = await accepted(client.exports.list({ limit: LEDGER_ROWS, ...kind }))
      return { lines: records.map((record) => ({ record, ticket: null })), total: records.length, ticketTotal: 0 }
    },
    placeholderData: keepPreviousData,
  })

/** How many tickets of each file changed since. Asked again at each look: a note of a ticket may have been edited meanwhile. */
export const changedSince = (exportIds: readonly Id[]) =>
  queryOptions({
    queryKey: ['tickets', 'changedSince', exportIds],
    queryFn: async () => {
      const counts = await accepted(client.exports.changedSince({ exportIds: [...exportIds] }))
      return new Map(counts.map(({ exportId, changedCount }) => [exportId, changedCount]))
    },
    enabled: exportIds.length > 0,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

export const exportDetail = (exportId: Id) =>
  queryOptions({
    queryKey: ['exports', 'detail', exportId],
    queryFn: () => accepted(client.exports.get({ exportId })),
    staleTime: 0,
  })

export interface ExportPlan {
  readonly selection: ExportSelection
  readonly scope: string
  readonly isNamed: boolean
  readonly language: 'zh' | 'en'
  readonly formats: readonly ExportFormat[]
}

export const exportPreview = (plan: ExportPlan) =>
  queryOptions({
    queryKey: ['tickets', 'exportPreview', plan],
    queryFn: () => answered(client.exports.preview({ ...plan, formats: [...plan.formats] })),
    enabled: plan.formats.length > 0 && !isBlank(plan.scope),
    // File names carry the minute.
    staleTime: 30_000,
    // After one look a changed format or language neither empties the table nor makes «Export» wait.
    placeholderData: keepPreviousData,
  })

/** Whether the folder would take a file now; asked again when the dialog opens or the folder changes. `isTyping`: it is only looked at. */
export const folderCheck = (folder: string, isTyping: boolean) =>
  queryOptions({
    queryKey: ['folder', folder, isTyping],
    queryFn: () => answered(client.exports.checkFolder({ folder, isTyping })),
    enabled: !isBlank(folder),
    staleTime: 0,
    gcTime: 0,
  })
