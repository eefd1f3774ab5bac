import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askedTexts } from './builders/asked-texts.ts'

describe('a text is asked for', () => {
  test.each([
    ["t('me.who')", 'me.who'],
    ["t('calls', { count })", 'calls_other'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['t(`state.${ticket.state}`)', 'state.in_progress'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['`${name} · ${t(`row.${kind}.title`)}`', 'row.note.title'],
    ["t('settings:keys.reset')", 'keys.reset'],
    ['"heard": "$t(common:counted.calls, {\\"count\\": {{calls}} }) heard"', 'counted.calls_other'],
  ])('%s', (source, key) => {
    expect(askedTexts([source])(key)).toBe(true)
  })
})

describe('a text is not asked for', () => {
  test.each([
    ["t('me.whoever')", 'me.who'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['t(`state.${ticket.state}`)', 'state.of.ticket'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['`${one}.${other}`', 'me.who'],
  ])('%s', (source, key) => {
    expect(askedTexts([source])(key)).toBe(false)
  })
})

const root = join(import.meta.dirname, '..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))

/** `{ me: { who: '…' } }` becomes `me.who`. */
const keysOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? ['']
    : Object.entries(value).flatMap(([key, inner]) =>
        keysOf(inner).map((rest) => (rest === '' ? key : `${key}.${rest}`)),
      )

const textsIn = (file: string) => keysOf(JSON.parse(readFileSync(join(root, 'resources/locales/zh', file), 'utf8')))

// The types hold the texts of keys.json to the keys there are; those of shell.json are properties, which a compiler finds.
const files = globSync('*.json', { cwd: join(root, 'resources/locales/zh') }).filter(
  (file) => file !== 'keys.json' && file !== 'shell.json',
)

test('no text is left over that no screen shows', () => {
  const isAsked = askedTexts([...read('{renderer,shared}/**/*.{ts,tsx}'), ...read('resources/locales/*/*.json')])
  expect(files.length).toBeGreaterThan(10)
  expect(
    files.flatMap((file) =>
      textsIn(file)
        .filter((key) => !isAsked(key))
        .map((key) => `${file}: ${key}`),
    ),
  ).toEqual([])
})

test('a text that stands within another is there', () => {
  const wanted = read('resources/locales/*/*.json').flatMap((texts) => [...texts.matchAll(/\$t\(common:([\w.]+)/g)])
  const common = textsIn('common.json')
  expect(wanted.length).toBeGreaterThan(5)
  expect(wanted.filter(([, key]) => !common.includes(`${key}_other`)).map(([, key]) => key)).toEqual([])
})
