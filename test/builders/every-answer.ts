import { v7 } from 'uuid'
import { z } from 'zod'
import type { OwnDoor } from '../../electron/door.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import { everything } from './exports.ts'

/** Named like questions, and do something. */
const ACTS = new Set([
  ...['notes.add', 'notes.storeDraft', 'meetings.storeDraft', 'lifeChannel.keepDetails'],
  ...['settings.chooseFolder', 'settings.rememberWindow'],
  // Asks another machine.
  'team.loginInfo',
  ...['workspace.quit', 'exports.showInFolder', 'desks.makeCode', 'bookings.reminded', 'waitlist.told'],
])
/** Commands that leave nothing to ask, that ask another machine, or that open what is sealed. */
const ENDS = /^(workspace|team|bringAlong|desks|lifeChannel)\./
/** For whoever has the case in hand at this desk. */
const SEALED_ON_PURPOSE = 'lifeChannel.inHand'

interface Schema {
  readonly type?: string
  readonly enum?: unknown[]
  readonly const?: unknown
  readonly anyOf?: Schema[]
  readonly oneOf?: Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

/** What is there, by the names of inputs; and what is looked for. */
export interface Asked {
  readonly known: Readonly<Record<string, unknown>>
  readonly wanted: string
}

/** An input that the call takes: what it names is what is there, what it looks for is `wanted`. */
function inputOf(schema: Schema, asked: Asked, name = ''): unknown {
  if (Object.hasOwn(asked.known, name)) return asked.known[name]
  if (name === 'selection') return everything
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [one] = schema.anyOf ?? schema.oneOf ?? []
  if (one !== undefined)
    return (schema.anyOf ?? []).some(({ type }) => type === 'null') ? null : inputOf(one, asked, name)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, inputOf(value, asked, key)]),
      )
    case 'array':
      return (schema.minItems ?? 0) > 0 ? [inputOf(schema.items ?? {}, asked, name.replace(/s$/, ''))] : []
    case 'integer':
    case 'number':
      return name === 'limit' ? Math.min(50, schema.maximum ?? 50) : Math.max(0, schema.minimum ?? 0)
    case 'boolean':
      return false
    default:
      return textFor(schema, asked, name)
  }
}
function textFor({ format, maxLength }: Schema, { wanted }: Asked, name: string): string {
  if (format === 'date') return '2026-11-21'
  if (format === 'date-time') return '2026-11-21T09:00:00.000Z'
  if (name === 'base64') return ''
  return maxLength === undefined ? v7() : wanted.slice(0, maxLength)
}

const entries = (): (readonly [call: string, entry: Entry])[] =>
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls as Record<string, Entry>).map(([name, entry]) => [`${feature}.${name}`, entry] as const),
  )
const isQuestion = (call: string, { changes }: Entry) =>
  changes.length === 0 && !ACTS.has(call) && call !== SEALED_ON_PURPOSE

/** The minute in the name of a file that is made as it is asked for: «听线履责_2026_2026-11-30_0148_01.xlsx». */
export const MINUTE_IN_NAME: RegExp = /(?<=_)\d{4}-\d{2}-\d{2}_\d{4}(?=_)/g

export interface Told {
  readonly call: string
  readonly answer: string
}

async function answersOf(door: OwnDoor, asked: Asked, which: (call: string, entry: Entry) => boolean): Promise<Told[]> {
  const told: Told[] = []
  for (const [call, entry] of entries().filter(([call, entry]) => which(call, entry))) {
    const schema = z.toJSONSchema(entry.input, { unrepresentable: 'any', io: 'input' }) as Schema
    told.push({ call, answer: JSON.stringify(await door(call, inputOf(schema, asked))) })
  }
  return told
}

/** Every question of the contract, and what the console says to it; throws where one does not take what it was asked with, or nothing is open to answer from. */
export async function everyAnswer(door: OwnDoor, asked: Asked): Promise<Told[]> {
  const told = await answersOf(door, asked, isQuestion)
  const misfits = told.filter(({ answer }) =>
    /^\{"ok":false,"code":"(bad_input|unexpected|workspace_closed)"/.test(answer),
  )
  if (misfits.length > 0) throw new Error(misfits.map(({ call, answer }) => `${call} ${answer}`).join('\n'))
  return told
}

/** Every command of the contract, and what the console says to it, done or refused; but for those of `ENDS`. */
export const everyCommand = (door: OwnDoor, asked: Asked): Promise<Told[]> =>
  answersOf(door, asked, (call, entry) => !isQuestion(call, entry) && !ENDS.test(call))

/** The calls whose answers hold a word. */
export const tellingOf = (told: readonly Told[], word: string): string[] =>
  told.filter(({ answer }) => answer.includes(word)).map(({ call }) => call)
