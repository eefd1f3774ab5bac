import i18next from 'i18next'
import type { Merge } from '../../../../shared/contract/house/merges.ts'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../../ui/notices.ts'

const words = () => i18next.getFixedT(null, 'settings')

/** Merges the second record into the first; true when they are one. The notice offers the way back. `wasMe`: it is told to the console again then. */
export async function mergeRecords(
  [kept, gone]: readonly [Person, Person],
  giveUpIds: readonly Id[],
  wasMe: boolean,
): Promise<boolean> {
  const reason = words()('merge.reason', { name: kept.name })
  const answer = await ask(
    client.merges.merge({
      ...{ keptId: kept.id, goneId: gone.id, seenVersion: kept.version, goneSeenVersion: gone.version },
      giveUp: giveUpIds.length === 0 ? null : { bookingIds: [...giveUpIds], reason },
    }),
  )
  if (answer === null) return false
  if (answer.ok) {
    notifySuccess(() => words()('merge.done', { name: kept.name }), { undo: () => void takeApart(answer.value, wasMe) })
    return true
  }
  switch (answer.code) {
    case 'meets':
      notify({ tone: 'info', title: () => words()('merge.meets') })
      return false
    case 'is_sitting':
      notify({ tone: 'info', title: () => words()('merge.isSitting') })
      return false
    case 'same_person':
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return false
    default:
      return assertNever(answer)
  }
}

/** Two records again. */
export async function takeApart(merge: Merge, wasMe = false): Promise<void> {
  const answer = await ask(client.merges.takeApart({ mergeId: merge.id }))
  if (answer === null) return
  if (answer.ok) {
    if (wasMe) await ask(client.settings.save({ me: merge.goneId }))
    const { stayed } = answer.value
    const hint = () => words()('merge.stayed', { count: stayed, name: merge.keptName })
    notify({
      tone: 'info',
      title: () => words()('merge.apart', { name: merge.goneName }),
      ...(stayed === 0 ? {} : { hint, stays: true }),
    })
    return
  }
  switch (answer.code) {
    case 'employee_number_taken':
      notifyFailure(() => ({ title: words()('people.numberTaken', { name: answer.detail.name }) }))
      return
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return
    default:
      assertNever(answer)
  }
}
