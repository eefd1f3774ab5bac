import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { heardRows } from '../../../electron/storage/hub/heard-rows.ts'
import * as wire from '../../../electron/team/wire.ts'
import { contract, isCommand } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entry.ts'

const formOf = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' })
const formsOf = (schemas: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, formOf(schema, 'output')]))
const markOf = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)

/** A line for everything that goes over the wire: its name, and a mark that changes with its form. */
function wireInLines(): string {
  const calls = Object.entries(contract).flatMap(([feature, entries]) =>
    Object.entries(entries as Record<string, Entry>)
      .filter(([, { where }]) => where !== 'desk')
      .map(([name, { where, who, input, output, refusals }]) => {
        const call = `${feature}.${name}`
        const kind = isCommand(call) ? 'command' : 'question'
        const mark = markOf(formOf(input, 'input'), formOf(output, 'output'), formsOf(refusals))
        return `${call} ${where} ${kind} ${who.join(',')} ${mark}`
      }),
  )
  const messages = Object.entries(wire).flatMap(([name, said]) =>
    said instanceof z.ZodType ? [`wire ${name} ${markOf(formOf(said, 'input'), formOf(said, 'output'))}`] : [],
  )
  const rows = Object.entries(formsOf(heardRows)).map(([table, form]) => `row ${table} ${markOf(form)}`)
  const codes = [
    `wire codes ${markOf(wire.SUBPROTOCOL, wire.CLOSED, wire.HANDSHAKE, wire.heardTables, wire.keptTables)}`,
  ]
  return `${[...calls, ...messages, ...rows, ...codes].sort().join('\n')}\n`
}

/** The marks of the files of versions that are out: desks and hubs that say so stand somewhere. One is added with each release that carries a new version, and none is changed. */
const SHIPPED: Readonly<Record<number, string>> = {}

test('a version that is out says for ever what it said', () => {
  const shipped = SHIPPED[wire.CONTRACT_VERSION]
  if (shipped !== undefined) expect(markOf(wireInLines())).toBe(shipped)
  // Nobody goes back behind a version that is out.
  expect(Math.max(0, ...Object.keys(SHIPPED).map(Number))).toBeLessThanOrEqual(wire.CONTRACT_VERSION)
})

/** What to do when this fails stands in docs/how-to/add-a-call.md. */
test('what a desk and its hub say to each other is what this version of the contract says', async () => {
  await expect(wireInLines()).toMatchFileSnapshot(join(import.meta.dirname, `wire-${wire.CONTRACT_VERSION}.txt`))
})
