import i18next from 'i18next'
import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { taking } from '../../../lib/touched-fields.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../../ui/notices.ts'

/** A refusal belongs to a field where one is to blame; `version`: somebody else came first, which the form was told. */
export type PersonSaved =
  | { ok: true; person: Person }
  | { ok: false; field: 'employeeNumber' | 'version' | null; words: Say }

/** Adds somebody, or changes the person with this id. */
export async function savePerson(personId: Id | null, wish: PersonWish, seen?: Seen): Promise<PersonSaved> {
  const t = i18next.getFixedT(null, 'settings')
  const edited = { personId: personId ?? '', seenVersion: seen?.version ?? null, wish }
  const answer = await taking(personId === null ? client.people.add(wish) : client.people.edit(edited))
  if (answer.ok) return { ok: true, person: answer.value }
  if (isDoorRefusal(answer)) {
    const isTold = answer.code === 'stale' && seen !== undefined
    if (isTold) seen.onStale(answer.detail as Stale)
    return { ok: false, field: isTold ? 'version' : null, words: () => failureOf(answer).title }
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

/** Takes somebody off the list at once; the notice offers the way back. `wasMe`: the console is set to them again then. */
export async function removePerson(person: Person, wasMe: boolean): Promise<void> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await ask(client.people.remove({ personId: person.id, seenVersion: person.version }))
  if (answer === null) return
  if (answer.ok) {
    notifySuccess(() => t('people.removed', { name: person.name }), { undo: () => void putBack(person, wasMe) })
    return
  }
  switch (answer.code) {
    case 'has_bookings':
      notify({ tone: 'info', title: () => t('people.hasBookings', { name: person.name, count: answer.detail.count }) })
      return
    case 'not_found':
      notifyFailure(() => failureOf(answer))
      return
    default:
      assertNever(answer)
  }
}

async function putBack(person: Person, wasMe: boolean): Promise<void> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await ask(client.people.putBack({ personId: person.id }))
  if (answer === null) return
  if (answer.ok) {
    if (wasMe) await ask(client.settings.save({ me: person.id }))
    notify({
      tone: 'info',
      title: () => t('people.back', { name: person.name }),
      redo: () => void removePerson(answer.value, wasMe),
    })
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

type ListRefusal = Extract<Awaited<ReturnType<typeof client.people.readList>>, { ok: false }>

/** Why a list cannot be read, and what to do. */
export function listRefusalWords(answer: ListRefusal): string {
  const t = i18next.getFixedT(null, 'settings')
  if (isDoorRefusal(answer))
    return answer.code === 'too_large' ? t('list.refused.file_too_large') : failureOf(answer).title
  if (answer.code !== 'two_columns') return t(`list.refused.${answer.code}`)
  const { field, first, second } = answer.detail
  return t('list.refused.two_columns', { field: t(`people.${field}`), first, second })
}

/** Keeps the good rows of a list; true when they are on the list of people. */
export async function keepList(base64: string): Promise<boolean> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await ask(client.people.readList({ base64, isDryRun: false }))
  if (answer?.ok === false) notifyFailure(() => ({ title: listRefusalWords(answer) }))
  if (answer?.ok === true) notifySuccess(() => t('list.kept', { count: answer.value.good.length }))
  return answer?.ok === true
}
