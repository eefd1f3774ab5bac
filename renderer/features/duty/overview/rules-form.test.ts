import { expect, test } from 'vitest'
import { DutyRules } from '../../../../shared/contract/duty/passports.ts'
import { USUAL_RULES } from '../../../../shared/domain/duty/duties.ts'
import { faultOfRules, formOfRules, MOST, rulesOfForm } from './rules-form.ts'

test('rules come out of the form as they went in', () => {
  expect(rulesOfForm(formOfRules(USUAL_RULES))).toEqual(USUAL_RULES)
})

test('what no rule can be is named by its field, and nothing is made of it', () => {
  const form = formOfRules(USUAL_RULES)
  for (const bad of [null, -1, 1.5, 601]) expect(faultOfRules({ ...form, listenMinutes: bad })).toBe('listenMinutes')
  expect(faultOfRules({ ...form, roles: [] })).toBe('roles')
  expect(rulesOfForm({ ...form, trip: null })).toBeNull()
})

test('the largest numbers are those that the contract takes', () => {
  const largest = rulesOfForm({ ...formOfRules(USUAL_RULES), ...MOST })
  expect(DutyRules.safeParse(largest).success).toBe(true)
  for (const field of Object.keys(MOST) as (keyof typeof MOST)[]) {
    const beyond = { ...formOfRules(USUAL_RULES), [field]: MOST[field] + 1 }
    expect(faultOfRules(beyond)).toBe(field)
  }
})
