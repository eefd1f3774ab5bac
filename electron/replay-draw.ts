import { hash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DrawFile, type DrawResult } from '../shared/contract/seats/draw-file.ts'
import { faultsOf } from '../shared/domain/seats/draw/draw-faults.ts'
import { differencesOf, drawFileOf, drawFileText } from '../shared/domain/seats/draw/draw-file.ts'
import type { Language } from './data-folder.ts'
import { errorCode } from './error-code.ts'
import { replaySentences } from './replay-sentences.ts'

/** Of what is wrong, so many are named. */
const NAMED = 20

const digest = (text: string): string => hash('sha256', text, 'hex')

/** What is said at the end, and whether the draw is what the file says. */
export interface Replay {
  readonly isSame: boolean
  readonly lines: readonly string[]
}

/** Holds the draw of a replay file again: `FILE [--out FILE] [--lang zh|en]`. Looks at nothing but the file, and writes only where it is told to. */
export function replayDraw(argv: readonly string[], systemLanguage: Language): Replay {
  const asked = askedFor(argv)
  const words = replaySentences[asked?.language ?? systemLanguage]
  const notSame = (...lines: string[]): Replay => ({ isSame: false, lines })
  /** As many as are named, and how many more there are. */
  const named = <T>(all: readonly T[], asLine: (one: T) => string, indent = '  '): string[] => {
    const more = all.length - NAMED
    return [...all.slice(0, NAMED).map(asLine), ...(more > 0 ? [`${indent}${words.more(more)}`] : [])]
  }
  if (asked === null) return notSame(words.usage)
  let bytes: Buffer
  try {
    bytes = readFileSync(asked.file)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return notSame(words.missing(asked.file))
    return notSame(code === 'EISDIR' ? words.isFolder(asked.file) : words.unreadable(asked.file, code))
  }
  const parsed = DrawFile.safeParse(contentOf(bytes))
  if (!parsed.success)
    return notSame(words.noDraw, ...named(parsed.error.issues.flatMap(placesOf), (place) => `  ${place}`))
  const faults = faultsOf(parsed.data, digest)
  if (faults.length > 0)
    return notSame(words.unfit, ...named(faults, ({ code, id }) => `  ${words.faults[code]}: ${id}`))
  const held = drawFileOf(parsed.data, digest)
  const text = drawFileText(held)
  if (asked.out !== null) {
    try {
      writeWhole(asked.out, text)
    } catch (error) {
      return notSame(words.unwritable(asked.out, errorCode(error)))
    }
  }
  if (bytes.equals(Buffer.from(text))) return { isSame: true, lines: [words.same(held), `SHA-256 ${digest(text)}`] }
  const differences = differenceLines(parsed.data, held, named)
  return differences.length === 0 ? notSame(words.otherwiseWritten) : notSame(words.differs, ...differences)
}

interface Asked {
  readonly file: string
  readonly out: string | null
  readonly language: Language | undefined
}

function askedFor(argv: readonly string[]): Asked | null {
  try {
    const options = { out: { type: 'string' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    const [file, ...rest] = positionals
    const language = values.lang === 'zh' || values.lang === 'en' ? values.lang : undefined
    return file === undefined || rest.length > 0 ? null : { file, out: values.out ?? null, language }
  } catch {
    return null
  }
}

/** Undefined: no JSON. */
function contentOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** Whole or not at all, as every file that leaves Earshot. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text, { flush: true })
  renameSync(`${path}.tmp`, path)
}

/** Where a file is not as it should be, in its own names, which are the same in both languages; none where nothing of it can be read. */
function placesOf({ path, keys }: { readonly path: PropertyKey[]; readonly keys?: string[] }): string[] {
  const places = keys?.map((key) => [...path, key]) ?? [path]
  return places.flatMap((place) => (place.length === 0 ? [] : [place.map(String).join('.')]))
}

type Named = <T>(all: readonly T[], asLine: (one: T) => string, indent?: string) => string[]

function differenceLines(said: DrawFile, held: DrawFile, named: Named): string[] {
  const saidOf = new Map(said.results.map((result) => [result.requestId, result]))
  const heldOf = new Map(held.results.map((result) => [result.requestId, result]))
  return differencesOf(said, held).flatMap(({ part, ids }) => [
    part === 'results'
      ? `  results: ${ids.length}`
      : `  ${part}: ${JSON.stringify(said[part])} ≠ ${JSON.stringify(held[part])}`,
    ...named(ids, (id) => `    ${id}: ${inShort(saidOf.get(id))} ≠ ${inShort(heldOf.get(id))}`, '    '),
  ])
}

const inShort = (result: DrawResult | undefined): string =>
  result === undefined
    ? '–'
    : `${result.place}/${result.of} ${result.reason.code}${result.slotIds.length > 0 ? ` ${result.slotIds.join('+')}` : ''}`
