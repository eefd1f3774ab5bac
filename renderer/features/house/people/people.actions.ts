import i18next from 'i18next'
import type { ImportState } from '../../../../shared/contract/house/list-imports.ts'
import type {
  KeptPerson,
  ListChange,
  ListLeaver,
  Person,
  PersonWish,
} from '../../../../shared/contract/house/people.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import type { Stale, Version } from '../../../../shared/contract/versions.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dayName } from '../../../lib/formats.ts'
import type { Say } from '../../../lib/i18n.ts'
import { numberText } from '../../../lib/number-text.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { queryClient, readNowAndThen } from '../../../lib/query-client.ts'
import { taking } from '../../../lib/touched-fields.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../ui/notices.ts'
import { progressNotice } from '../../../ui/progress-notice.ts'
import { isInPlaceOf, versionNow } from '../../../ui/stands-as.ts'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { aheadOf } from './people.queries.ts'

/** A refusal belongs to a field where one is to blame; `version`: somebody else came first, which the form was told. */
export type PersonSaved =
  | { ok: true; person: Person }
  | { ok: false; field: 'employeeNumber' | 'version' | null; words: Say; isOfHub?: boolean | undefined }

/** Adds somebody, or changes the person with this id. */
export async function savePerson(personId: Id | null, wish: PersonWish, seen?: Seen): Promise<PersonSaved> {
  const t = i18next.getFixedT(null, 'settings')
  const edited = { personId: personId ?? '', seenVersion: seen?.version ?? null, wish }
  const answer = await taking(personId === null ? client.people.add(wish) : client.people.edit(edited))
  if (answer.ok) return { ok: true, person: answer.value }
  if (isDoorRefusal(answer)) {
    const isTold = answer.code === 'stale' && seen !== undefined
    if (isTold) seen.onStale(answer.detail as Stale)
    const { isOfHub } = failureOf(answer)
    return { ok: false, field: isTold ? 'version' : null, words: () => failureOf(answer).title, isOfHub }
  }
  switch (answer.code) {
    case 'employee_number_taken':
      return {
        ok: false,
        field: 'employeeNumber',
        words: () => t('people.numberTaken', { name: answer.detail.name }),
      }
    case 'not_found':
      return { ok: false, field: null, words: () => failureOf(answer).title }
    default:
      return assertNever(answer)
  }
}

/**
 * Takes somebody off the list at once; the notice offers the way back. `wasMe`: the console is set to them again then. False: bookings of theirs are to come,
 * and what becomes of those is to be asked first.
 */
export async function removePerson(person: Person, wasMe: boolean, turn: Turn = 'first'): Promise<boolean> {
  const t = i18next.getFixedT(null, 'settings')
  const seenVersion = turn === 'first' ? person.version : versionNow(person)
  const answer = await ask(client.people.remove({ personId: person.id, seenVersion }))
  if (answer === null) return true
  if (answer.ok) {
    tellTurn(
      HOUSE,
      turn,
      () => t('people.removed', { name: person.name }),
      (next) => putBack(person, wasMe, next),
    )
    return true
  }
  switch (answer.code) {
    case 'has_bookings':
      return false
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return true
    default:
      return assertNever(answer)
  }
}

/** Somebody goes who has something before them. True when it is done, or cannot be; else it was told why not. */
export async function letGo(
  person: Person,
  wish: { mark: string; reason: string; keepUntil: PlainDate | null },
  wasMe: boolean,
  turn: Turn = 'first',
): Promise<boolean> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await ask(client.people.letGo({ personId: person.id, seenVersion: person.version, ...wish }))
  if (answer === null) return false
  if (answer.ok) {
    const { change, isRemoved, count } = answer.value
    const { keepUntil } = wish
    const title = () =>
      keepUntil === null
        ? t('people.removed', { name: person.name })
        : t('letGo.kept', { name: person.name, date: dayName(keepUntil, placeNow()) })
    const hint = () => t('letGo.givenUp', { count })
    const back = (next: Turn) =>
      isRemoved
        ? takeLeavingBack(change, next, wasMe)
        : takeHoldAgain(
            person,
            change,
            async (version) => void (await letGo({ ...person, version }, wish, wasMe, 'again')),
          )
    tellTurn(HOUSE, turn, title, back, { hint })
    return true
  }
  switch (answer.code) {
    case 'is_sitting':
      notifyFailure(() => ({ title: t('letGo.isSitting', { name: person.name }) }))
      return false
    case 'has_other_ahead':
      notifyFailure(() => ({ title: t('letGo.otherAhead', { name: person.name }) }))
      await queryClient.invalidateQueries({ queryKey: aheadOf(person.id).queryKey })
      return false
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return true
    default:
      return assertNever(answer)
  }
}

/** What was given up of who stays on the list. Done once more it is asked whether they have the same before them as was shown: of anything else nobody was asked. */
async function takeHoldAgain(
  person: Person,
  change: ListChange,
  again: (version: Version) => Promise<void>,
): Promise<void> {
  const answer = await ask(client.people.takeBackList({ changes: [change] }))
  if (answer?.ok !== true) return
  const { changes, kept } = answer.value
  const title = () => i18next.getFixedT(null, 'settings')('letGo.takenBack', { name: person.name })
  const more = kept.length === 0 ? {} : { hint: () => keptWords(kept), stays: 'on_page' as const }
  const [now] = changes
  tellTurn(HOUSE, 'back', title, now === undefined ? null : () => again(now.seenVersion), more)
}

/** Taken off once more. What somebody has before them by now nobody was asked about. */
async function goAgain(person: Person, wasMe: boolean, turn: Turn): Promise<void> {
  if (await removePerson(person, wasMe, turn)) return
  notifyFailure(() => ({ title: i18next.getFixedT(null, 'settings')('letGo.otherAhead', { name: person.name }) }))
}

/** The same person is on the list again. */
export async function putBack(person: Person, wasMe: boolean, turn: Turn = 'first'): Promise<void> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await ask(client.people.putBack({ personId: person.id }))
  if (answer === null) return
  if (answer.ok) {
    if (wasMe) await ask(client.settings.save({ me: person.id }))
    if (turn === 'back') isInPlaceOf(person, answer.value)
    tellTurn(
      HOUSE,
      turn,
      () => t('people.back', { name: person.name }),
      (next) => goAgain(answer.value, wasMe, next),
    )
    return
  }
  switch (answer.code) {
    case 'employee_number_taken':
      notifyFailure(() => ({ title: t('people.numberTaken', { name: answer.detail.name }) }))
      return
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return
    default:
      assertNever(answer)
  }
}

type ListRefusal = Extract<
  Awaited<ReturnType<typeof client.people.readList | typeof client.people.keepList>>,
  { ok: false }
>

/** Why a list cannot be read, and what to do. */
export function listRefusalWords(answer: ListRefusal): string {
  const t = i18next.getFixedT(null, 'settings')
  if (isDoorRefusal(answer))
    return answer.code === 'too_large' ? t('list.refused.file_too_large') : failureOf(answer).title
  if (answer.code === 'has_other_ahead' || answer.code === 'is_sitting')
    return t(`list.refused.${answer.code}`, answer.detail)
  if (answer.code !== 'two_columns') return t(`list.refused.${answer.code}`)
  const { field, first, second } = answer.detail
  return t('list.refused.two_columns', { field: t(`people.${field}`), first, second })
}

/** Keeps the good rows of a list, and takes off whom it does not name; true when both is done. The notice offers the way back. */
export async function keepList(base64: string, leavers: readonly ListLeaver[] = [], reason = ''): Promise<boolean> {
  const t = i18next.getFixedT(null, 'settings')
  const people = leavers.map(({ person: { id, version }, mark }) => ({ personId: id, seenVersion: version, mark }))
  const leaving = people.length === 0 ? null : { people, reason }
  const answer = await ask(client.people.keepList({ base64, leavers: leaving }))
  if (answer?.ok === false) notifyFailure(() => ({ title: listRefusalWords(answer) }))
  if (answer?.ok !== true) return false
  const { count, leftCount, importId } = answer.value
  const words = leftCount === 0 ? 'list.kept' : 'list.keptAndLeft'
  const title = () => t(words, { count, left: leftCount })
  if (importId === null) notifySuccess(title)
  else
    tellTurn(HOUSE, 'first', title, (next) => turnPeopleImport(importId, 'done', next), {
      hint: () => t('imports.later'),
    })
  return true
}

/** A list, brought in or taken back, in however many calls. */
const CHANGED_BY_LISTS = ['people', 'bookings', 'waitlist', 'draws', 'rooms'] as const

/** Those that are on their way now. */
const turning = new Map<Id, Promise<void>>()

/**
 * Takes back what a list did, or does it again where it is taken back: `seen` is how it stands. A long list goes in several calls. Asked once more while it is on its way, as from a
 * window that was opened meanwhile, it is the same.
 */
export function turnPeopleImport(importId: Id, seen: ImportState, turn: Turn = 'first'): Promise<void> {
  const known = turning.get(importId)
  if (known !== undefined) return known
  const one = inLots(importId, seen, turn).finally(() => turning.delete(importId))
  turning.set(importId, one)
  return one
}

async function inLots(importId: Id, seen: ImportState, turn: Turn): Promise<void> {
  const t = i18next.getFixedT(null, 'settings')
  const kept: KeptPerson[] = []
  let count = 0
  let left = 1
  let total: number | null = null
  const progress = progressNotice((far) => () => {
    const words = i18next.getFixedT(null, 'settings')
    if (far === null) return words(`imports.begun.${seen}`)
    return words(`imports.going.${seen}`, { done: numberText(far.done), total: numberText(far.total) })
  })
  await readNowAndThen(CHANGED_BY_LISTS, async () => {
    while (left > 0) {
      const answer = await ask(client.people.turnImport({ importId, seenState: seen }))
      // Shown by `ask`; what went through before is told all the same.
      if (answer === null) break
      if (!answer.ok) {
        notifyFailure(() => ({ title: t(`imports.refused.${answer.code}`) }))
        break
      }
      count += answer.value.count
      kept.push(...answer.value.kept)
      left = answer.value.leftCount
      total ??= left + count + kept.filter(({ why }) => why !== 'not_all_back').length
      progress.isAt(total - left, total)
    }
  })
  progress.over()
  if (count === 0 && kept.length === 0) return
  const other = seen === 'done' ? 'undone' : 'done'
  // Broken off it still stands as it was seen: the rest is turned in the list of earlier ones, and only then all of it the other way.
  const again = left > 0 ? null : (next: Turn) => turnPeopleImport(importId, other, next)
  tellTurned({ count, kept }, seen === 'done' ? 'undone' : 'redone', turn, again)
}

/** The other way than letting somebody go went; why they stay as they are is told. `wasMe`: once they are back they sit here again. */
async function takeLeavingBack(change: ListChange, turn: Turn, wasMe: boolean): Promise<void> {
  const answer = await ask(client.people.takeBackList({ changes: [change] }))
  if (answer?.ok !== true) return
  const { changes, kept } = answer.value
  const [back] = changes
  const again = back === undefined ? null : (next: Turn) => takeLeavingBack(back, next, wasMe)
  tellTurned({ count: changes.length, kept }, turn === 'back' ? 'undone' : 'redone', turn, again)
  if (turn === 'back' && wasMe && back !== undefined) await ask(client.settings.save({ me: change.personId }))
}

/** Who stays as they are is named; the other way is offered where there is one. */
function tellTurned(
  { count, kept }: { count: number; kept: readonly KeptPerson[] },
  way: 'undone' | 'redone',
  turn: Turn,
  again: ((turn: Turn) => Promise<void>) | null,
): void {
  const title = () => i18next.getFixedT(null, 'settings')(`list.${way}`, { count })
  const more = kept.length === 0 ? {} : { hint: () => keptWords(kept), stays: 'on_page' as const }
  tellTurn(HOUSE, turn, title, count === 0 ? null : again, more)
}

/** A line for each reason: how many, and who. */
function keptWords(kept: readonly KeptPerson[]): string {
  const t = i18next.getFixedT(null, 'settings')
  const lines = [...Map.groupBy(kept, ({ why }) => why)].map(([why, people]) => {
    const names = people.slice(0, MOST_NAMES).map(({ name }) => name)
    if (people.length > MOST_NAMES) names.push('…')
    return t(`list.stays.${why}`, { count: people.length, names: names.join(t('listSign')) })
  })
  return lines.join('\n')
}

/** More would make a notice a page. */
const MOST_NAMES = 6
