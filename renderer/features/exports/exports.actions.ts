import i18next from 'i18next'
import type { ExportRecord } from '../../../shared/contract/exports.ts'
import { assertNever, isDoorRefusal } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import type { ExportPlan } from './exports.queries.ts'

/** Starts the export; true when main has taken it over. From then on it waits for its folder by itself. */
export async function startExport(plan: ExportPlan, folder: string): Promise<boolean> {
  const t = i18next.getFixedT(null, 'exports')
  try {
    const answer = await client.exports.start({ ...plan, formats: [...plan.formats], folder })
    if (answer.ok) return true
    if (isDoorRefusal(answer)) notifyFailure(failureOf(answer))
    else {
      switch (answer.code) {
        case 'nothing_to_export':
        case 'folder_not_absolute':
          notifyFailure({ title: t(`refused.${answer.code}`) })
          break
        default:
          assertNever(answer)
      }
    }
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
  return false
}

export async function retryExport(record: ExportRecord, folder: string | null): Promise<boolean> {
  const t = i18next.getFixedT(null, 'exports')
  try {
    const answer = await client.exports.retry({ exportId: record.id, folder })
    if (answer.ok) return true
    if (isDoorRefusal(answer)) notifyFailure(failureOf(answer))
    else {
      switch (answer.code) {
        case 'not_waiting':
        case 'not_found':
        case 'folder_not_absolute':
          notifyFailure({ title: t(`refused.${answer.code}`) })
          break
        default:
          assertNever(answer)
      }
    }
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
  return false
}

export async function cancelExport(record: ExportRecord): Promise<void> {
  const t = i18next.getFixedT(null, 'exports')
  try {
    const answer = await client.exports.cancel({ exportId: record.id })
    if (answer.ok) notify({ tone: 'info', title: t('cancelled', { name: record.fileName }) })
    else if (answer.code === 'already_delivered') notify({ tone: 'info', title: t('refused.already_delivered') })
    else notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}

/** Opens the system's file window; where there is none the path is shown to be copied. */
export async function showInFolder(record: ExportRecord): Promise<void> {
  const t = i18next.getFixedT(null, 'exports')
  try {
    const answer = await client.exports.showInFolder({ exportId: record.id })
    if (answer.ok) return
    if (answer.code === 'no_file_window') {
      notify({
        tone: 'info',
        title: t('noFileWindow'),
        hint: answer.detail.path,
        action: { label: t('copyPath'), run: () => void navigator.clipboard.writeText(answer.detail.path) },
      })
    } else if (answer.code === 'file_gone') notifyFailure({ title: t('refused.file_gone') })
    else notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}
