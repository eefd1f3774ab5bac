import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../resources/locales/en')
const files = globSync('*.json', { cwd: folder })

function flat(value: unknown, path: string): [key: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`))
}

/** What ends in s beside a name or a number and is no noun in the plural. */
const NO_PLURAL = new Set(
  'is was has does and as this its his always sits asks offers waits knows opens closes quotes counts moves needs reads stays'.split(
    ' ',
  ),
)
const isPlural = (word: string) => word === 'people' || /[^s]s$/.test(word)

/** The one or two words behind a hole, up to one after which nothing is counted any more. */
function nouns(after: string): string[] {
  const words = after.trim().split(/[ -]/)
  const end = words.findIndex((word) => NO_PLURAL.has(word))
  return end === -1 ? words : words.slice(0, end)
}

const pluralHoles = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}((?:[ -][a-z]+){1,2})/g)]
    .filter(([, , after = '']) => nouns(after).some(isPlural))
    .map(([, hole]) => hole ?? '')

/**
 * Holes before a noun in the plural that no form for one stands beside: `{{slots}} slots`, `{{places}} free seats`. Such a text is to
 * have `_one` and `_other` (the number may be written by another hole than `count`, with its commas), or to take the words from
 * `common:counted`, once for each number in it.
 */
function uncounted(key: string, text: string, ofOne: string | undefined): string[] {
  const holes = pluralHoles(text)
  if (!/_(?:one|other)$/.test(key) || ofOne === undefined) return holes
  const alsoOfOne = pluralHoles(ofOne)
  return holes.filter((hole) => hole !== 'count' && alsoOfOne.includes(hole))
}

/** Why a number is never one. */
const NEVER_ONE: Readonly<Record<string, string>> = {
  'draws:refused.tooManyDays most': 'how many days a draw may have stands in the code',
  'draws:refused.lengthNotOnSlots length': 'a quarter of an hour at least',
  'draws:refused.lengthNotOnSlots slot': '15, 30 or 60',
  'draws:refused.lengthNotOnSlotsHint slot': '15, 30 or 60',
  'exports:ledger.more_one total': 'more than are shown',
  'exports:ledger.more_other total': 'more than are shown',
  'first-run:who.which count': 'one alone is taken without being asked',
  'listen:timeline.crowd count': 'a note alone is a mark of its own',
  'listen:conversation.several files': 'a file alone has a text of its own',
  'rooms:keep.refused.too_many most': 'how many rooms a house may have stands in the code',
  'rooms:say.seats minutes': '15, 30 or 60',
  'seats:find.length minutes': 'whole slots',
  'seats:find.later minutes': 'whole slots',
  'seats:find.earlier minutes': 'whole slots',
  'seats:find.shorter minutes': 'whole slots',
  'seats:series.hasMore count': 'as many as a series may have',
  'seats:length hours': '1.5 and more, and a day of 23 or 25 hours',
  'seats:day.longer hours': 'more than 24',
  'seats:day.shorter hours': '23, or hardly less',
  'seats:full.none days': 'how far it looks stands in the code',
  'seats:full.noneBefore days': 'how far it looks stands in the code',
  'seats:intake.refused.too_many_rows most': 'how many rows a list may have stands in the code',
  'settings:room.preview minutes': '15, 30 or 60',
  'settings:calendar.range count': 'a day alone has a text of its own',
  'tickets:page.alikeMany number': 'more than are named',
  'waitlist:join.auto count': '2 and more',
}

test.each([
  ['places', '{{slots}} slots, {{places}} seats', undefined, ['slots', 'places']],
  ['rest', '{{count}} more seats', undefined, ['count']],
  ['rest_other', '{{count}} more seats', '{{count}} more seat', []],
  ['rest_other', '{{number}} more seats', '{{number}} more seat', []],
  ['rest_other', '{{count}} more seats', undefined, ['count']],
  ['rest_other', '{{count}} seats of {{rooms}} rooms', '{{count}} seat of {{rooms}} rooms', ['rooms']],
  ['asked', '{{name}} asks for {{count}} of them', undefined, []],
  ['both', '$t(common:counted.calls, {"count": {{calls}} }) and more', undefined, []],
])('%s: %s', (key, text, ofOne, holes) => expect(uncounted(key, text, ofOne)).toEqual(holes))

const found = files.flatMap((file) => {
  const texts = new Map(flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), ''))
  return [...texts].flatMap(([key, text]) =>
    uncounted(key, text, texts.get(key.replace(/_other$/, '_one'))).map(
      (hole) => `${basename(file, '.json')}:${key} ${hole}`,
    ),
  )
})

test('what may be one has words for one', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(found.filter((each) => NEVER_ONE[each] === undefined)).toEqual([])
})

test('no reason is left over', () => {
  expect(Object.keys(NEVER_ONE).filter((each) => !found.includes(each))).toEqual([])
})
