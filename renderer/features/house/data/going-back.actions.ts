import type { Backup } from '../../../../shared/contract/house/workspace.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { workspaceStatus } from '../../../lib/common-queries.ts'
import { dateTimeToSecond } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../ui/notices.ts'

const words = textsOf('settings')

/** True: the copy is the database now; the notice offers the way back to what was there. */
export async function goBackTo(backup: Backup): Promise<boolean> {
  const name = () => words('data.back.done', { time: dateTimeToSecond(backup.madeAt, placeNow(), instantNow()) })
  const undoFileName = await go(backup.fileName)
  if (undoFileName === null) return false
  notifySuccess(name, { hint: () => words('data.back.doneHint'), undo: () => void takeBack(undoFileName, backup) })
  return true
}

async function takeBack(fileName: string, backup: Backup): Promise<void> {
  if ((await go(fileName)) === null) return
  notifySuccess(() => words('data.back.takenBack'), { redo: () => void goBackTo(backup) })
}

async function go(fileName: string): Promise<string | null> {
  const answer = await ask(client.workspace.goBackTo({ fileName }))
  if (answer === null) return null
  if (answer.ok) {
    queryClient.setQueryData(workspaceStatus.queryKey, answer.value.status)
    // A copy of an older version that could not be brought up to date: the recovery screen says what is the matter.
    return answer.value.status.state === 'ready' ? answer.value.undoFileName : null
  }
  switch (answer.code) {
    case 'closed':
    case 'no_space':
    case 'not_found':
    case 'not_good':
    case 'listening':
    case 'busy':
      notifyFailure(() => ({ title: words(`data.back.refused.${answer.code}`) }))
      await queryClient.invalidateQueries({ queryKey: ['workspace'] })
      return null
    default:
      return assertNever(answer)
  }
}
