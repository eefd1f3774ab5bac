import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrument, type Numbered } from './instrument.ts'
import { mutationsOf } from './mutations.ts'

export const root = join(import.meta.dirname, '..', '..')

/** One mutant and where it lives, `file` relative to the root. */
export interface Mutant extends Numbered {
  readonly file: string
  readonly line: number
  /** What stands there. */
  readonly original: string
}

/** A source with all its mutants asleep in it. */
export interface Prepared {
  readonly file: string
  readonly code: string
  readonly mutants: readonly Mutant[]
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file)

/** The sources under these folders or files, numbered from 1 on through all of them. */
export function prepare(places: readonly string[]): Prepared[] {
  const files = places
    .flatMap((place) => (place.endsWith('.ts') ? [place] : globSync(`${place}/**/*.ts`, { cwd: root })))
    .filter((file) => !isTest(file))
    .sort()
  let next = 1
  return files.map((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const mutants = mutationsOf(source).map((mutation) => ({
      ...mutation,
      number: next++,
      file,
      line: source.slice(0, mutation.start).split('\n').length,
      original: source.slice(mutation.start, mutation.end),
    }))
    return { file, code: instrument(source, mutants), mutants }
  })
}
