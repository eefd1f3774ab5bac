import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Source {
  readonly path: string
  readonly text: string
}

const sources: Source[] = globSync('electron/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Names of what answers a `Query`: generator functions, and functions whose answer is declared to be one. */
const QUERY = /function\* (\w+)|(?:const|function) (\w+)(?: =)? ?\([^)]*\): Query</g
const namesIn = (text: string) => [...text.matchAll(QUERY)].map(([, one, other]) => one ?? other ?? '')

const queriesOf = new Map(sources.map(({ path, text }) => [basename(path), namesIn(text)]))

/** Those that a file makes itself, or imports from where they are made. */
function queriesKnownTo(text: string): Set<string> {
  const imports = [...text.matchAll(/import \{([^}]*)\} from '[^']*?([\w-]+\.ts)'/g)]
  const imported = imports.flatMap(([, names = '', file = '']) => {
    const made = queriesOf.get(file) ?? []
    return names.split(',').flatMap((name) => made.filter((one) => one === name.trim()))
  })
  return new Set([...namesIn(text), ...imported])
}

/** Calls that are a statement of their own: neither delegated to, nor handed on, nor the rest of the line before. What only says its answer's type is none. */
const unasked = (text: string): string[] => {
  const known = queriesKnownTo(text)
  const statements = [...text.matchAll(/(?<![=(,?:&|>[]\s*)\n\s+(\w+)\((?![^\n]*\): )/g)]
  return statements.flatMap(([, name = '']) => (known.has(name) ? [name] : []))
}

test('a query that is only made asks nothing: every one is delegated to, or handed to an engine', () => {
  const imports = `import { mustBeAsSeen } from '../../storage/versions.ts'\n`
  const call = '{\n    mustBeAsSeen(id, before, null)\n'
  expect(unasked(`${imports}${call}`)).toEqual(['mustBeAsSeen'])
  expect(unasked(call)).toEqual([])
  expect(unasked(`${imports}  /** So it is. */\n  mustBeAsSeen(id: Id): Query<void>\n`)).toEqual([])
  expect(unasked(`${imports}const seen = () =>\n  mustBeAsSeen(id, before, null)\n`)).toEqual([])
  expect(sources.flatMap(({ path, text }) => unasked(text).map((name) => `${path}: ${name}`))).toEqual([])
})
