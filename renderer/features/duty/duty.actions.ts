import type { DutyRecord, DutyRules } from '../../../shared/contract/duty/passports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { currentLanguage, textsOf } from '../../lib/i18n.ts'
import { numberText } from '../../lib/number-text.ts'
import { saveWorkbook } from '../../lib/save-file.ts'
import type { Seen } from '../../lib/use-seen.ts'
import { ask, done } from '../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../ui/notices.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import type { RecordWish } from './passport/record-form.ts'

const words = () => textsOf('duty')

/**
 * Writes a duty down: a trip of one's own, or (`personId`) somebody's. False: it was not taken, and why is shown.
 * `shownYear`: where it counts for another, it is not among what is shown, and is told.
 */
export async function writeDown(personId: Id | null, wish: RecordWish, shownYear: number): Promise<boolean> {
  const { duty, tripKind, ...rest } = wish
  const answer = await ask<Awaited<ReturnType<typeof client.passports.record>>>(
    personId === null
      ? client.passports.recordTrip({ ...rest, tripKind })
      : client.passports.record({ ...rest, personId, duty, tripKind: duty === 'trip' ? tripKind : null }),
  )
  if (answer === null) return false
  if (!answer.ok) {
    notifyFailure(() => (answer.code === 'in_the_future' ? { title: words()('record.future') } : failureOf(answer)))
    return false
  }
  const record = answer.value
  const year = Number(record.date.slice(0, 4))
  const title = () => {
    const kind = words()(`kind.${record.duty}`)
    return year === shownYear ? words()('record.saved', { kind }) : words()('record.savedIn', { kind, year })
  }
  tellTurn('duty', 'first', title, personId === null ? null : (next) => removeRecord(record, next))
  return true
}

/** Takes a record out at once; the notice offers the way back. */
export async function removeRecord(record: DutyRecord, turn: Turn = 'first'): Promise<void> {
  if (await done(client.passports.remove({ recordId: record.id })))
    tellTurn(
      'duty',
      turn,
      () => words()('passport.removed'),
      (next) => putBack(record, next),
    )
}

async function putBack(record: DutyRecord, turn: Turn): Promise<void> {
  if (await done(client.passports.putBack({ recordId: record.id })))
    tellTurn(
      'duty',
      turn,
      () => words()('passport.putBack'),
      (next) => removeRecord(record, next),
    )
}

/** Tells these people on their own page that they still owe something; what was done meanwhile is left out. */
export async function remind(year: number, personIds: readonly Id[]): Promise<void> {
  const answer = await ask(client.passports.remind({ year, personIds: [...personIds] }))
  if (answer?.ok !== true) return
  notifySuccess(() => words()('overview.remindedNow', { number: numberText(answer.value.remindedCount) }))
}

/** False: somebody else came first, or it was not taken. */
export async function saveRules(year: number, rules: DutyRules, seen: Seen): Promise<boolean> {
  const saved = await done(client.passports.saveRules({ year, seenVersion: seen.version, rules }), seen.onStale)
  if (saved) notifySuccess(() => words()('rules.saved', { year }))
  return saved
}

/** What all owe and have done, handed over as a workbook in the language of the window. */
export async function saveSheet(year: number): Promise<void> {
  const language = currentLanguage()
  const answer = await ask(client.passports.sheet({ year, language }))
  if (answer?.ok !== true) return
  const { fileName, base64 } = answer.value
  saveWorkbook(fileName, base64)
  notifySuccess(() => words()('overview.sheetSaved', { name: fileName }))
}
