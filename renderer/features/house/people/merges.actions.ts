import i18next from 'i18next'
import type { Output } from '../../../../shared/contract/entry.ts'
import type { Merge, merges } from '../../../../shared/contract/house/merges.ts'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifyFailure } from '../../../ui/notices.ts'
import { isInPlaceOf, type Kept, versionNow } from '../../../ui/stands-as.ts'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'

const words = () => i18next.getFixedT(null, 'settings')

/** Merges the second record into the first; true when they are one. The notice offers the way back. `wasMe`: it is told to the console again then. `asWas`: what the first is once more. */
export async function mergeRecords(
  [kept, gone]: readonly [Person, Person],
  giveUpIds: readonly Id[],
  wasMe: boolean,
  turn: Turn = 'first',
  asWas: Kept | null = null,
): Promise<boolean> {
  const reason = words()('merge.reason', { name: kept.name })
  const answer = await ask(
    client.merges.merge({
      ...{ keptId: kept.id, goneId: gone.id, ...seenOf(turn, kept, gone) },
      giveUp: giveUpIds.length === 0 ? null : { bookingIds: [...giveUpIds], reason },
    }),
  )
  if (answer === null) return false
  if (answer.ok) {
    const now = asKept(kept.id, answer.value.keptVersion ?? kept.version)
    if (asWas !== null) isInPlaceOf(asWas, now)
    const again = (apart: Apart, next: Turn) => {
      isInPlaceOf(asKept(kept.id, kept.version), asKept(kept.id, apart.keptVersion))
      const records = [
        { ...kept, version: apart.keptVersion },
        { ...gone, version: apart.goneVersion },
      ] as const
      return mergeRecords(records, giveUpIds, wasMe, next, now)
    }
    tellTurn(
      HOUSE,
      turn,
      () => words()('merge.done', { name: kept.name }),
      (next) => takeApart(answer.value, wasMe, next, again),
    )
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

const seenOf = (turn: Turn, kept: Person, gone: Person) =>
  turn === 'first'
    ? { seenVersion: kept.version, goneSeenVersion: gone.version }
    : { seenVersion: versionNow(kept), goneSeenVersion: versionNow(gone) }

const asKept = (id: Id, version: Version): Kept => ({ id, version })

type Apart = Pick<Output<(typeof merges)['takeApart']>, 'keptVersion' | 'goneVersion'>

/** Two records again. `again`: merges them once more, where that was done here a moment ago. */
export async function takeApart(
  merge: Merge,
  wasMe = false,
  turn: Turn = 'first',
  again: ((now: Apart, turn: Turn) => Promise<unknown>) | null = null,
): Promise<void> {
  const answer = await ask(client.merges.takeApart({ mergeId: merge.id }))
  if (answer === null) return
  if (answer.ok) {
    if (wasMe) await ask(client.settings.save({ me: merge.goneId }))
    const { stayed } = answer.value
    const hint = () => words()('merge.stayed', { count: stayed, name: merge.keptName })
    tellTurn(
      HOUSE,
      turn,
      () => words()('merge.apart', { name: merge.goneName }),
      again && ((next) => again(answer.value, next)),
      stayed === 0 ? {} : { hint, stays: 'on_page' },
    )
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
