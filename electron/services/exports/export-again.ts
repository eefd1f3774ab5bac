import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { thanksByIds } from '../../storage/agents/thanks.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import {
  exportById,
  exportPlan,
  forgetBytes,
  type ExportPlan as KeptExport,
  namesInLedger,
  saveDeliveringAgain,
} from '../../storage/exports/exports.ts'
import { laterThan } from './export-changes.ts'
import { namesFrom } from './export-names.ts'
import type { WantedPage } from './export-pages.ts'
import type { ExportWish, OfExport } from './export-plan.ts'

/** The wish behind a file of the ledger, for the same folder. */
export type Again = { readonly wish: ExportWish; readonly folder: string } | 'not_found' | 'nothing_changed'

/** `changed`: only the tickets that changed since the file was made. */
export async function wishAgain(engine: Engine, id: Id, what: 'all' | 'changed'): Promise<Again> {
  const earlier = await engine.read(() => exportPlan(id))
  if (earlier === null) return 'not_found'
  const { record, scope, isNamed, language } = earlier
  const again = { language, isNamed, formats: [record.format] }
  const those = { exportId: id, what }
  if (record.kind !== 'tickets') {
    const page = pageAgain(earlier)
    if (what === 'changed' || page === null) return 'nothing_changed'
    return { wish: { ...again, scope, wanted: page }, folder: record.folder }
  }
  if (what === 'all') return { wish: { ...again, scope, wanted: choiceAgain(earlier) ?? those }, folder: record.folder }
  if ((await numbersOfExport(engine, those)).length === 0) return 'nothing_changed'
  return { wish: { ...again, scope: changedScope(earlier), wanted: those }, folder: record.folder }
}

/** The choice of an earlier export; null where its tickets were chosen one by one, or by words that are gone, or nothing else is known. */
function choiceAgain({ choice }: KeptExport) {
  if (choice?.by === 'range') return choice
  return choice?.by === 'filter' && choice.isTextGone !== true ? choice : null
}

function pageAgain({ record, callId }: KeptExport): WantedPage | null {
  if (record.kind === 'thanks') return { page: 'thanks', asOf: record.id }
  return callId === null ? null : { page: 'minutes', callId }
}

/** Numbers of the tickets of an earlier file, or of those that changed since it was made. */
export async function numbersOfExport(engine: Engine, { exportId, what }: OfExport): Promise<readonly number[]> {
  if (what === 'changed') return [...((await laterThan(engine, [exportId])).get(exportId)?.keys() ?? [])]
  return (await engine.read(() => exportPlan(exportId)))?.ticketNumbers ?? []
}

/** Told apart in the folder from the whole list. */
function changedScope({ scope, language }: KeptExport): string {
  const suffix = language === 'zh' ? '-有变化' : '-changed'
  return scope.endsWith(suffix) ? scope : `${scope}${suffix}`
}

/** Those of the files that wait go on their way again; gives what each was before. `folder`: to another one. Inside a transaction. */
export function* sendAgain(ids: readonly Id[], folder: string | null): Query<ExportRecord[]> {
  const sent: ExportRecord[] = []
  for (const id of ids) {
    const record = yield* exportById(id)
    if (record?.state !== 'waiting') continue
    if (yield* hasThanksTakenBack(id)) yield* forgetBytes(id)
    yield* saveDeliveringAgain(id, folder === null ? record : yield* placeIn(folder, record))
    sent.push(record)
  }
  return sent
}

/** Of a page that waits: thanks on it stand no more, as whoever collected them took them back, or the praise away. */
function* hasThanksTakenBack(id: Id): Query<boolean> {
  const ids = (yield* exportPlan(id))?.thanks?.ids ?? []
  return ids.length > 0 && (yield* thanksByIds(ids)).length < ids.length
}

/** Under its own name, or the next one that no other file of the ledger has there. */
function* placeIn(folder: string, { id, fileName: named }: ExportRecord): Query<{ folder: string; fileName: string }> {
  const taken = yield* namesInLedger(folder, id)
  const [fileName = named] = namesFrom(named, (name) => taken.has(ledgerName(name)))
  return { folder, fileName }
}
