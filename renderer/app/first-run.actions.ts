import type { Id } from '../../shared/contract/values.ts'
import { type WhoForm, whoToSave } from '../features/house/first-run/who-to-save.ts'
import { savePerson } from '../features/house/people/people.actions.ts'
import { saveSettings } from '../features/house/settings/settings.actions.ts'
import { everybody } from '../lib/common-queries.ts'
import { failureOf } from '../lib/errors.ts'
import type { Say } from '../lib/i18n.ts'
import { queryClient } from '../lib/query-client.ts'

/** Makes the person (or finds them on the list) and sets this console to them; `madeId` is whom the step has made so far. */
export async function becomeMe(
  form: WhoForm,
  madeId: Id | null,
): Promise<{ ok: true; personId: Id; madeId: Id | null } | { ok: false; words: Say }> {
  try {
    const people = await queryClient.fetchQuery(everybody)
    const { personId, wish } = whoToSave(people, form, madeId)
    let id = personId
    if (wish !== null) {
      const saved = await savePerson(personId, wish)
      if (!saved.ok) return saved
      id = saved.person.id
    }
    if (id === null) return { ok: false, words: () => '' }
    const whyNot = await saveSettings({ me: id })
    return whyNot === null
      ? { ok: true, personId: id, madeId: personId === null ? id : madeId }
      : { ok: false, words: () => whyNot().title }
  } catch (problem) {
    return { ok: false, words: () => failureOf(problem).title }
  }
}
