import { queryOptions } from '@tanstack/react-query'
import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { ExportSelection } from '../../../shared/contract/exports/exports.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** More rows than anybody scrolls; older ones stay in the database. */
const LEDGER_ROWS = 300

export const ledger = queryOptions({
  queryKey: ['exports', 'list'],
  queryFn: () => accepted(client.exports.list({ limit: LEDGER_ROWS })),
})

export interface ExportPlan {
  readonly selection: ExportSelection
  readonly scope: string
  readonly language: 'zh' | 'en'
  readonly formats: readonly ExportFormat[]
}

export const exportPreview = (plan: ExportPlan) =>
  queryOptions({
    queryKey: ['tickets', 'exportPreview', plan],
    queryFn: () => client.exports.preview({ ...plan, formats: [...plan.formats] }),
    enabled: plan.formats.length > 0 && !isBlank(plan.scope),
    // File names carry the minute.
    staleTime: 30_000,
  })

/** Whether the folder would take a file now; asked again when the dialog opens or the folder changes. */
export const folderCheck = (folder: string) =>
  queryOptions({
    queryKey: ['folder', folder],
    queryFn: () => client.exports.checkFolder({ folder }),
    enabled: !isBlank(folder),
    staleTime: 0,
    gcTime: 0,
  })
