import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskByRules } from '../../shared/domain/listening/masking/mask-by-rules.ts'
import type { PersonalDataKind } from '../../shared/domain/listening/masking/span.ts'
import { taggerOf } from '../../shared/domain/listening/masking/tagger/written-tagger.ts'
import { ordinaryCalls, plantedLines } from '../builders/masking-corpus.ts'
import { ordinaryLines } from '../builders/ordinary-lines.ts'
import { readLines } from '../ear/lines.ts'
import { type MarkedLine, type PersonalTag, writers } from './lines.ts'
import { figuresOf, maskedBy } from './measure.ts'
import { trainTagger, writtenTagger } from './train-tagger.ts'

const root = join(import.meta.dirname, '..', '..')
const file = join(root, 'resources', 'masking', 'tagger.json')
const ear = join(root, 'test', 'ear', 'lines')
const TAG_OF: Readonly<Record<PersonalDataKind, PersonalTag>> = {
  ...{ phone: 'number', landline: 'number', id_card: 'number', bank_card: 'number', company: 'number' },
  ...{ passport: 'paper', permit: 'paper', plate: 'plate', chat: 'chat', code: 'code' },
  ...{ email: 'email', address: 'address', name: 'name' },
}
/** One of so many lines of everyday talk: they are far more than all others. */
const OF_EVERYDAY = 6
const LONGEST_EVERYDAY = 400

/** What the rules find in a line of which nobody marked more. */
const markedByRules = (text: string): MarkedLine => ({
  ...{ text, manner: 'written' },
  secrets: maskByRules(text).spans.map(({ kind, start, end }) => ({ start, end, tag: TAG_OF[kind] })),
})

/** What the rules know already, and everyday talk. */
function linesOfOurs(): MarkedLine[] {
  const everyday = readdirSync(ear)
    .filter((name) => name.startsWith('taught-'))
    .sort()
    .flatMap((name) => readLines(join(ear, name)))
  return [
    ...plantedLines.map(({ text }) => markedByRules(text)),
    ...[...ordinaryCalls, ...ordinaryLines].map((text): MarkedLine => ({ text, manner: 'ordinary', secrets: [] })),
    ...everyday
      .filter(({ text }, index) => index % OF_EVERYDAY === 0 && text.length <= LONGEST_EVERYDAY)
      .map(({ text }) => markedByRules(text)),
  ]
}

/** Told by the lines themselves, so that the same lines have the same. */
function versionOf(lines: readonly MarkedLine[]): string {
  let hash = 0x811c9dc5
  for (const { text, secrets } of lines)
    for (const sign of `${text}${JSON.stringify(secrets)}`)
      hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return `${lines.length}-${(hash >>> 0).toString(16)}`
}

function writeTagger(): void {
  const lines = [...linesOfOurs(), ...writers('taught').flatMap((writer) => writer.lines)]
  const model = trainTagger(lines, (said) => console.log(said))
  const written = writtenTagger(model, versionOf(lines))
  writeFileSync(file, `${JSON.stringify(written)}\n`)
  console.log(`learned ${lines.length} lines: ${written.version}`)
}

/** Each by what the others teach, a third of the writers at a time: what it is worth for people it never read, with the rules and without them. */
function measure(): void {
  const all = [...writers('taught'), ...writers('held')]
  const groups = Array.from({ length: 3 }, (_, group) => all.filter((_writer, index) => index % 3 === group))
  for (const group of groups) {
    const others = all.filter((writer) => !group.includes(writer)).flatMap((writer) => writer.lines)
    const model = taggerOf(writtenTagger(trainTagger([...linesOfOurs(), ...others]), 'measured'))
    for (const { name, lines } of group)
      console.log(name, JSON.stringify(figuresOf(lines, (text) => maskedBy(text, model))))
  }
}

if (process.argv.includes('--measure')) measure()
else writeTagger()
