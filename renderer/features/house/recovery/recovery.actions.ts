import i18next from 'i18next'
import type { Backup, WorkspaceStatus } from '../../../../shared/contract/house/workspace.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { dateTimeToSecond } from '../../../lib/formats.ts'
import type { Say } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../ui/notices.ts'

/** True: the backup is the database now. */
export async function restore(backup: Backup): Promise<boolean> {
  const t = i18next.getFixedT(null, 'recovery')
  const answer = await ask(client.workspace.restoreBackup({ fileName: backup.fileName }))
  if (answer === null) return false
  if (answer.ok) {
    const madeAt = () => dateTimeToSecond(backup.madeAt, placeNow(), instantNow())
    return opened(answer.value, () => t('damaged.restored', { time: madeAt() }))
  }
  switch (answer.code) {
    case 'not_found':
    case 'not_good':
    case 'not_damaged':
      notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
      await queryClient.invalidateQueries({ queryKey: ['workspace'] })
      return false
    default:
      return assertNever(answer)
  }
}

/** True: an empty database is there now. */
export async function startFresh(): Promise<boolean> {
  const t = i18next.getFixedT(null, 'recovery')
  const answer = await ask(client.workspace.startFresh({}))
  if (answer === null) return false
  if (answer.ok) {
    show(answer.value)
    notifySuccess(() => t('fresh.done'))
    return true
  }
  notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
  await queryClient.invalidateQueries({ queryKey: ['workspace'] })
  return false
}

/** True: the tables are open again, with all that finds things in them made anew. */
export async function repair(): Promise<boolean> {
  const t = i18next.getFixedT(null, 'recovery')
  const answer = await ask(client.workspace.repair({}))
  if (answer === null) return false
  if (answer.ok) return opened(answer.value, () => t('first.repair.done'))
  notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
  await queryClient.invalidateQueries({ queryKey: ['workspace'] })
  return false
}

/** True: the file that lies there is open. */
export async function openAsItIs(): Promise<boolean> {
  const t = i18next.getFixedT(null, 'recovery')
  const answer = await ask(client.workspace.openAsItIs({}))
  if (answer === null) return false
  if (answer.ok) return opened(answer.value, () => t('first.asItIs.done'))
  notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
  await queryClient.invalidateQueries({ queryKey: ['workspace'] })
  return false
}

/** True: the database is open after all. */
export async function lookAgain(): Promise<boolean> {
  const t = i18next.getFixedT(null, 'recovery')
  const answer = await ask(client.workspace.lookAgain({}))
  return answer !== null && opened(answer.value, () => t('first.lookAgain.done'))
}

/** What was done may have found something else wrong: the screen then says that. */
function opened(status: WorkspaceStatus, words: Say): boolean {
  const isSound = status.state === 'ready'
  if (isSound) notifySuccess(words)
  else notifyFailure(() => ({ title: i18next.getFixedT(null, 'recovery')('stillClosed') }))
  show(status)
  return isSound
}

/** Boot shows the pages as soon as it knows that the database is sound; what was cached belonged to nothing. */
function show(status: WorkspaceStatus): void {
  queryClient.setQueryData(workspaceStatus.queryKey, status)
}

/** Ends the console. In the browser the connection goes with it, and that is no failure. */
export async function quit(): Promise<void> {
  await client.workspace.quit({})
}
