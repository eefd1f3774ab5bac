import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { OpenConsole } from '../../electron/compose.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import { filesBelow } from '../builders/bytes-of.ts'
import { aFolder, aReadyConsole, clientOf } from '../builders/console.ts'
import { everyAnswer } from '../builders/every-answer.ts'
import { NUMBER, type Say, wordsOfCallers } from '../builders/said-numbers.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let says: Readonly<Record<string, Say>>
const logged: unknown[] = []
beforeEach(async () => {
  folder = aFolder()
  const log = (...words: unknown[]) => void logged.push(words)
  console = await aReadyConsole(folder.path, { log: { info: log, warn: log, error: log } })
  says = wordsOfCallers(clientOf(console.call))
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

/** Texts that are no words of a caller, or that are not kept as they come, and why. */
const notOfCallers: readonly (readonly [RegExp, why: string])[] = [
  [/^(people|merges|arrivals)\..*(name|personName|department|employeeNumber|email)$/, 'people of the company'],
  [/\.mark$/, 'names what was shown'],
  [/^sessions\.setReference\.seen$/, 'what the window showed, compared and never stored'],
  [/issueTypeIds?(\[\])?$/, 'an id'],
  [/^draws\.(handIn|change)\.wishes\[\]$/, 'ids of places'],
  [/^(rooms|calendar)\..*days\[\]\.name\./, 'a holiday'],
  [/^roomKeeping\.\w+\.(name|site|timeZone)$/, 'a room'],
  [/^tickets\.saveIssueTypes\./, 'kinds of issues'],
  [/^masking\.save\./, 'rules with examples, which must be readable'],
  [/^lifeWords\.save\./, 'words with examples, which must be readable'],
  [/^jargon\.save\./, 'words of the trade with examples, which must be readable'],
  [/^lifeChannel\.saveContacts\./, 'who takes over, and how they are reached'],
  [/^lifeChannel\.(keepDetails\.|followUp\.)/, 'what the crisis team needs, sealed: no number is hidden there'],
  [/^(lifeChannel|conversations)\.toPassOn\./, 'asked, not kept'],
  [/^lifeChannel\.(raise|act\.act)\.evidence\./, 'words that the ear knows'],
  [/^lifeChannel\.act\.act\.name$/, 'who took over'],
  [/^agents\.name\.typed$/, 'made into a pseudonym, and kept nowhere'],
  [/^notes\.unmask\.typed$/, 'taken out of its mask on purpose: see unmask.test.ts'],
  [/^settings\.save\./, 'how this desk is set up'],
  [/^(workspace|team)\./, 'files and hubs'],
  [/^(search|exports\.(find|preview|checkFolder)|draws\.results|sessions\.list)\b/, 'asked, not kept'],
  [/^tickets\.(list|callsByReference)\./, 'asked, not kept'],
  [/^(exports|deskExports)\..*\.filter\./, 'how a list was filtered'],
  [/^(exports|deskExports)\.(start|begin)\.(wish\.)?scope$/, 'see masked-fields.test.ts'],
  [/\.(folder|sha256|fileName)$/, 'files of this desk'],
  [/^deskExports\.made\./, 'how far it was read'],
  [/^(meetings\.writeMinutes|thanks\.writePage)\./, 'was kept masked, and goes into a file'],
  [/^arrivals\.\w+\.(tickets|bookings)\[\]\./, 'was kept masked at a desk'],
  [/^noShows\.excuse\.reason$/, 'see seats/no-shows.test.ts'],
  [/^people\.(keepList|takeBackList)\..*\.reason$/, 'see house/list-leavers.test.ts'],
  [/^merges\.merge\.giveUp\.reason$/, 'see house/merges.test.ts'],
  [/^passports\.recordTrip\./, 'see duty/passports.test.ts'],
  [/^(rooms\.saveRules|roomKeeping\.setZone)\.cancel\.reason$/, 'cancelled by what roomKeeping.close cancels with'],
]

test('a number typed anywhere stands nowhere in the data folder, and in no line of the log', async () => {
  for (const [path, say] of Object.entries(says)) {
    expect(await say(), path).toMatchObject({ ok: true })
    expect(placesOf(NUMBER), path).toEqual([])
  }
  await console.close()
  expect(placesOf(NUMBER)).toEqual([])
  expect(JSON.stringify(logged)).not.toContain(NUMBER)
})

test('a number that is looked for, by whatever question, stands nowhere in the data folder, and in no line of the log', async () => {
  await everyAnswer(console.call, { known: {}, wanted: NUMBER })
  await everyAnswer(console.call, {
    known: { text: NUMBER, reference: NUMBER, name: NUMBER, scope: NUMBER },
    wanted: NUMBER,
  })
  expect(placesOf(NUMBER)).toEqual([])
  await console.close()
  expect(placesOf(NUMBER)).toEqual([])
  expect(JSON.stringify(logged)).not.toContain(NUMBER)
})

test('every text of the contract is said above, or named with why it needs no mask', () => {
  const known = (path: string) => path in says || notOfCallers.some(([of]) => of.test(path))
  expect(textsOfContract().filter((path) => !known(path))).toEqual([])
})

/** Files of the data folder in which it stands. */
const placesOf = (number: string) =>
  filesBelow(folder.path)
    .filter(({ bytes }) => bytes.includes(number))
    .map(({ name }) => name)

interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
}

function textsOf(schema: Schema, at: string): string[] {
  const isText = schema.type === 'string' && schema.enum === undefined && schema.const === undefined
  const { items, additionalProperties: more } = schema
  return [
    ...(isText && schema.format === undefined && schema.pattern === undefined ? [at] : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) => textsOf(each, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => textsOf(field, `${at}.${name}`)),
    ...(items === undefined ? [] : textsOf(items, `${at}[]`)),
    ...(typeof more === 'object' ? textsOf(more, `${at}{}`) : []),
  ]
}

const textsOfContract = (): string[] =>
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls as Record<string, Entry>).flatMap(([name, { input }]) => [
      ...new Set(
        textsOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, `${feature}.${name}`),
      ),
    ]),
  )
