import i18next from 'i18next'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { client } from '../../lib/client.ts'
import { ask } from '../../ui/ask.ts'
import { copyText } from '../../ui/copy-text.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import { type Turn, tellTurn, turned } from '../../ui/turns.ts'
import type { ExportPlan } from './exports.queries.ts'

const words = () => i18next.getFixedT(null, 'exports')

/** The pile of what is told of an export that was given up. */
const EXPORTS = 'exports'

/** Starts the export; true when main has taken it over. From then on it waits for its folder by itself. */
export async function startExport(plan: ExportPlan, folder: string): Promise<boolean> {
  const answer = await ask(client.exports.start({ ...plan, formats: [...plan.formats], folder }))
  if (answer?.ok === false) notifyFailure(() => ({ title: words()(`refused.${answer.code}`) }))
  return answer?.ok === true
}

/** Tries to deliver the same bytes again, into another folder when one is given. */
export async function retryExport(record: ExportRecord, folder: string | null): Promise<boolean> {
  const answer = await ask(client.exports.retry({ exportId: record.id, folder }))
  if (answer?.ok === false) notifyFailure(() => ({ title: words()(`refused.${answer.code}`) }))
  return answer?.ok === true
}

/** The folder is meant as it is now, although a drive was there before. */
export async function confirmFolder(record: ExportRecord): Promise<void> {
  const answer = await ask(client.exports.confirmFolder({ exportId: record.id }))
  if (answer?.ok === false) notifyFailure(() => ({ title: words()(`refused.${answer.code}`) }))
}

/** Gives it up; «undo» exports the same once more. */
export async function cancelExport(record: ExportRecord, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.exports.cancel({ exportId: record.id }))
  if (answer === null) return
  if (!answer.ok) return void notifyFailure(() => ({ title: words()(`refused.${answer.code}`) }))
  notify({
    tone: 'info',
    pile: EXPORTS,
    title: () => words()('cancelled', { name: record.fileName }),
    ...turned(turn, (next) => exportAgain(record, 'all', next)),
  })
}

/** The same choice, format and folder, now; or of its tickets those that changed since. Gives the new file's line. */
export async function exportAgain(
  record: ExportRecord,
  what: 'all' | 'changed',
  turn: Turn = 'first',
): Promise<ExportRecord | null> {
  const answer = await ask(client.exports.again({ exportId: record.id, what }))
  if (answer === null) return null
  if (!answer.ok) {
    notifyFailure(() => ({ title: words()(`refused.${answer.code}`) }))
    return null
  }
  const { fileName, kind, ticketCount: count } = answer.value
  const title = () => (kind === 'tickets' ? words()(`again.${what}`, { count }) : words()(`again.${kind}`))
  const hint = () => fileName
  if (turn === 'first') notify({ tone: 'info', title, hint })
  else tellTurn(EXPORTS, turn, title, (next) => cancelExport(answer.value, next), { hint })
  return answer.value
}

/** Opens the system's file window; where there is none the path is shown to be copied. */
export async function showInFolder(record: ExportRecord): Promise<void> {
  const t = words()
  const answer = await ask(client.exports.showInFolder({ exportId: record.id }))
  if (answer === null || answer.ok) return
  if (answer.code === 'not_reachable')
    return void notifyFailure(() => ({ title: t('notReachable', { reason: t(`reason.${answer.detail.reason}`) }) }))
  if (answer.code !== 'no_file_window') return void notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
  const { path } = answer.detail
  notify({
    tone: 'info',
    title: () => t('noFileWindow'),
    hint: () => path,
    action: { label: () => t('copyPath'), run: () => void copyText(path, () => t('pathCopied')) },
  })
}
