import { afterEach, beforeEach, expect, test } from 'vitest'
import { dutyPeopleQueries } from '../../../electron/storage/duty/duty-people.ts'
import { recordQueries } from '../../../electron/storage/duty/duty-records.ts'
import { someParts } from '../../builders/parts.ts'

let desk: ReturnType<typeof someParts>
beforeEach(() => {
  desk = someParts()
})
afterEach(() => desk.close())

function planOf(sql: string): string {
  const names = [...sql.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const parameters = Object.fromEntries(names.map((name) => [name, '']))
  const steps = desk.parts.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]
  return steps.map(({ detail }) => detail).join('; ')
}

test('of 25,000 people and as many reminders each is read once, not each reminder for each person', () => {
  for (const sql of [dutyPeopleQueries.listed.sqlite, dutyPeopleQueries.reminded])
    expect(planOf(sql).match(/SCAN/g)).toHaveLength(1)
})

test('one passport reads what is of one person, whoever else was reminded or wrote something down', () => {
  for (const sql of [dutyPeopleQueries.byId, recordQueries.ofOne]) expect(planOf(sql)).not.toContain('SCAN')
  expect(planOf(recordQueries.ofOne)).toContain('duty_record_by_person (person_id=? AND date>? AND date<?)')
})
