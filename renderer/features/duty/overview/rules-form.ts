import type { DutyRules } from '../../../../shared/contract/duty/passports.ts'
import type { Role } from '../../../../shared/contract/who.ts'

/** The largest number each field takes; as the contract has it. */
export const MOST = {
  ...{ listen: 99, answer: 99, trip: 99 },
  ...{ listenMinutes: 600, answerMinutes: 600, listenNotes: 99, answerNotes: 99 },
} as const

/** The rules field by field; null: nothing readable stands there. */
export type RulesForm = Record<keyof typeof MOST, number | null> & { roles: readonly Role[] }

export const formOfRules = ({ owed, roles, leastMinutes, leastNotes }: DutyRules): RulesForm => ({
  ...owed,
  roles,
  ...{ listenMinutes: leastMinutes.listen, answerMinutes: leastMinutes.answer },
  ...{ listenNotes: leastNotes.listen, answerNotes: leastNotes.answer },
})

/** The first field that cannot be saved as it is; null: all can. */
export function faultOfRules(form: RulesForm): keyof RulesForm | null {
  for (const field of Object.keys(MOST) as (keyof typeof MOST)[]) {
    const value = form[field]
    if (value === null || !Number.isInteger(value) || value < 0 || value > MOST[field]) return field
  }
  return form.roles.length === 0 ? 'roles' : null
}

/** Null: something cannot be saved. */
export function rulesOfForm(form: RulesForm): DutyRules | null {
  if (faultOfRules(form) !== null) return null
  const number = (field: keyof typeof MOST) => form[field] ?? 0
  return {
    owed: { listen: number('listen'), answer: number('answer'), trip: number('trip') },
    roles: [...form.roles],
    leastMinutes: { listen: number('listenMinutes'), answer: number('answerMinutes') },
    leastNotes: { listen: number('listenNotes'), answer: number('answerNotes') },
  }
}
