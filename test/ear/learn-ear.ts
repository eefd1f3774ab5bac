import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ear } from '../../shared/domain/life-channel/ear.ts'
import { type GradedText, readLines } from './lines.ts'
import { dangersOf, faintOf, falseAlarmsOf, recallOf } from './measure.ts'
import { earsByOthers, trainEar } from './train-ear.ts'

const root = join(import.meta.dirname, '..', '..')
const lines = join(import.meta.dirname, 'lines')
const builders = join(root, 'test', 'builders')
const model = join(root, 'resources', 'life-channel', 'model.json')
const words = JSON.parse(readFileSync(join(root, 'resources', 'life-channel', 'words.json'), 'utf8'))

interface Group {
  readonly name: string
  readonly lines: readonly GradedText[]
}

const groupsOf = (kind: 'taught' | 'held' | 'tested' | 'english' | 'old' | 'met'): Group[] =>
  readdirSync(lines)
    .filter((name) => name.startsWith(kind))
    .sort()
    .map((name) => ({ name, lines: readLines(join(lines, name)) }))

/** A group for each who wrote; what is held back for measuring is not among them, nor what was written to teach the next model (`next-*`). */
const taught: Group[] = [
  {
    name: 'heard',
    lines: ['heard-cries.txt', 'heard-ordinary.txt'].flatMap((name) => readLines(join(builders, name))),
  },
  ...groupsOf('taught'),
]

/** Told by the lines themselves, so that the same lines have the same. */
function versionOf(all: readonly GradedText[]): string {
  let hash = 0x811c9dc5
  for (const { text, grade } of all)
    for (const sign of `${grade}${text}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return `${all.length}-${(hash >>> 0).toString(16)}`
}

function writeModel(): void {
  const groups = taught.map((group) => group.lines)
  const ear = trainEar(groups, words, versionOf(groups.flat()))
  writeFileSync(model, `${JSON.stringify(ear)}\n`)
  console.log(`learned ${groups.flat().length} lines of ${groups.length} groups: ${ear.version}`, ear.thresholds)
}

/** Each heap of writers by what the others teach, the held ones too: what the ear is worth for people it never read. */
function measure(): void {
  const all = [
    ...taught,
    ...groupsOf('held'),
    ...groupsOf('tested'),
    ...groupsOf('english'),
    ...groupsOf('old'),
    ...groupsOf('met'),
  ]
  const names = new Map(all.map(({ name, lines }) => [lines, name]))
  for (const { group, ear } of earsByOthers([...names.keys()], words)) show(names.get(group) ?? '', group, ear)
}

function show(name: string, own: readonly GradedText[], ear: Ear): void {
  for (const [at, table] of [dangersOf(own, ear), faintOf(own, ear)].entries()) {
    const recalls = [recallOf(table, ['high']), recallOf(table, ['high', 'medium', 'low'])]
    const heard = at === 0 ? 'danger' : 'faint'
    console.log(name, heard, ...recalls.map((each) => each.toFixed(3)), falseAlarmsOf(table).toFixed(1))
    console.table(table)
  }
}

if (process.argv.includes('--measure')) measure()
else writeModel()
