import { expect, test } from 'vitest'
import { z } from 'zod'
import { exportWords } from '../../electron/adapters/exports/export-words.ts'
import { hubMigrations } from '../../electron/storage/migrations/hub-migrations.ts'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'

/** Agents are cared for, and never scored: parts of names by which somebody would be. In whatever case they are written. */
const SCORING =
  /scor|rank|rating|rated?(?![a-z])|grad(?:e|ing)|stars?(?![a-z])|point|leaderboard|quartile|percentile|benchmark|kpi|csat|dsat|nps|satisf|perform|quality|effort|behavio|penalt|bonus|merit|praise_?count|thanks_?count|count_?of_?thanks|per_?agent|agent_?(?:count|total|average|mean|sum)|评分|打分|得分|分数|排名|名次|绩效|考核|星级|等级|满意度|质检/i

/** What is named so and is of no agent, and why. */
const OF_NO_AGENT: readonly (readonly [RegExp, why: string])[] = [
  [/(^|\.)grade$/, 'how much danger a caller is in'],
  [/(^|\.)upgrade$/, 'of the database'],
  [/(^|\.)mount_?point$/i, 'where a drive is'],
  [/(^|\.)effort$/, 'how hard it was for the customer, as they said'],
]

/** `startsAt` begins, `generation` is no rate: words are looked at one by one. What a field stands in has a name of its own. */
const isScoring = (name: string): boolean => {
  const own = (name.split('.').at(-1) ?? '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  return SCORING.test(own) || own.split('_').some((word) => SCORING.test(word))
}
const unexplained = (names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => isScoring(name) && !OF_NO_AGENT.some(([own]) => own.test(name))).sort()

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: Schema | boolean
  $defs?: Record<string, Schema>
}

function fieldsOf(schema: Schema, at: string): string[] {
  const inside = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const more = [...inside, ...Object.values(schema.$defs ?? {})]
  if (typeof schema.additionalProperties === 'object') more.push(schema.additionalProperties)
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
      `${at}.${name}`,
      ...fieldsOf(field, `${at}.${name}`),
    ]),
    ...more.flatMap((each) => (each === undefined ? [] : fieldsOf(each, at))),
  ]
}

function contractFields(): string[] {
  const asked = (schema: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(schema, { unrepresentable: 'any', io }) as Schema
  return Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls as Record<string, Entry>).flatMap(([name, entry]) => {
      const call = `${feature}.${name}`
      const details = Object.values(entry.refusals).flatMap((detail) => fieldsOf(asked(detail, 'output'), call))
      return [
        call,
        ...fieldsOf(asked(entry.input, 'input'), call),
        ...fieldsOf(asked(entry.output, 'output'), call),
        ...details,
      ]
    }),
  )
}

/** Names of tables and columns, as the steps of an engine make them. */
function columnsOf(sql: string): string[] {
  const plain = sql.replaceAll(/--[^\n]*/g, '').replaceAll(/'[^']*'/g, "''")
  const tables = [...plain.matchAll(/CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)[^(]*\(([\s\S]*?)\n\)/g)]
  const added = [...plain.matchAll(/ALTER TABLE (\w+)\s+ADD COLUMN (\w+)/g)].map(
    ([, table, column]) => `${table}.${column}`,
  )
  return [
    ...added,
    ...tables.flatMap(([, table = '', body = '']) => [
      table,
      ...[...body.matchAll(/^\s*([a-z_]+) /gm)].map(([, column]) => `${table}.${column}`),
    ]),
  ]
}

test('no field of the contract scores, ranks or rates anybody', () => {
  const fields = contractFields()
  expect(fields.length).toBeGreaterThan(800)
  expect(unexplained(fields)).toEqual([])
})

test('no column of a desk’s or a hub’s database does', () => {
  for (const steps of [migrations, hubMigrations]) {
    const columns = steps.flatMap(({ sql }) => columnsOf(sql))
    expect(columns.length).toBeGreaterThan(150)
    expect(columns).toContain('call_agent.agent_id')
    expect(unexplained(columns)).toEqual([])
  }
})

test('no column of a file does, in either language', () => {
  for (const language of ['zh', 'en'] as const)
    expect(
      unexplained([...Object.keys(exportWords[language].columns), ...Object.values(exportWords[language].columns)]),
    ).toEqual([])
})

test('nothing that is told of a call’s agent, or of thanks, can be filtered, grouped or sorted by the agent', () => {
  const asked = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema
  const inputs = Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls as Record<string, Entry>).flatMap(([name, entry]) =>
      fieldsOf(asked(entry.input), `${feature}.${name}`),
    ),
  )
  // What goes into a page is handed over whole, as it was told.
  const of = inputs.filter(
    (name) =>
      /agent|pseudonym|place$/i.test(name.split('.').slice(2).join('.')) && !name.startsWith('thanks.writePage'),
  )
  expect(of.filter((name) => !/^passports\./.test(name))).toEqual([])
})

test.each([
  'agentScore',
  'agent_rating',
  'thanks.rank',
  'callQuality',
  'agent.performance',
  '坐席评分',
  'thanksCount',
  'grade_of_agent',
])('a field called %s would be found', (name) => expect(unexplained([name])).toEqual([name]))
