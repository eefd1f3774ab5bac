import { expect, onTestFinished, test } from 'vitest'
import { everyRecordOf } from '../../../electron/storage/house/same-person.ts'
import { aClock, someParts } from '../../builders/parts.ts'

test('every record of a person is found by the two indexes there are: nobody else of the house is looked at', () => {
  const desk = someParts()
  onTestFinished(() => desk.close())
  const asked = everyRecordOf(aClock().newId()).next().value
  if (asked === undefined || !('kind' in asked) || asked.kind !== 'rows') throw new Error('it asks for rows')
  const sql = typeof asked.sql === 'string' ? asked.sql : asked.sql.sqlite
  const steps = desk.parts.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(asked.parameters) as { detail: string }[]
  const read = steps.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH) /.test(detail))
  expect(read.join('; ')).toContain('person_merged')
  expect(read.filter((detail) => detail.startsWith('SCAN'))).toEqual([])
})
