import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const sectionsOf = (language: 'zh' | 'en'): string[] => {
  const { section } = JSON.parse(read(`resources/locales/${language}/settings.json`)) as {
    section: Record<string, string>
  }
  return Object.values(section)
}

/** Every line that is shown or read, with its file. */
const lines = ['resources/locales/*/*.json', 'docs/guide/**/*.md', 'README.md']
  .flatMap((files) => globSync(files, { cwd: root }))
  .flatMap((file) =>
    read(file)
      .split('\n')
      .map((line) => ({ file, line })),
  )

/** What is said after each of these, cut off where it is named. */
const after = (way: RegExp) =>
  lines.flatMap(({ file, line }) =>
    [...line.matchAll(way)].map(({ index, 0: found }) => ({ file, rest: line.slice(index + found.length) })),
  )

test('who is sent to a section of the settings reads it as «设置 → 人员», by the name that the section has', () => {
  const isNamed = (sections: readonly string[], ends: readonly string[]) => (rest: string) =>
    sections.some((name) => ends.some((end) => rest.startsWith(`${name}${end}`)))
  const inChinese = isNamed(sectionsOf('zh'), ['」', ' → '])
  const inEnglish = isNamed(sectionsOf('en'), [''])
  const ways = [
    ...after(/「设置 → /g).filter(({ rest }) => !inChinese(rest)),
    ...after(/(?<!System )Settings → /g).filter(({ rest }) => !inEnglish(rest)),
  ]
  expect(ways).toEqual([])
  expect(after(/(?<!「)设置 → |设置 · |「设置」(?:→|的「)|Settings, [A-Z]/g)).toEqual([])
})
