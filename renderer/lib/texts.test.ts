import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { visibleLiterals } from '../../test/builders/visible-literals.ts'

const root = join(import.meta.dirname, '../..')
const namespaces = globSync('resources/locales/zh/*.json', { cwd: root }).map((file) => basename(file))

/** `{ me: { who: '…' } }` becomes `me.who` → `…`. */
function flat(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`))
}

const textsOf = (language: 'zh' | 'en', namespace: string) =>
  new Map(flat(JSON.parse(readFileSync(join(root, 'resources/locales', language, namespace), 'utf8'))))

const han = /\p{Script=Han}/u
const holesIn = (text: unknown) => [...String(text).matchAll(/{{(.*?)}}/g)].map((match) => match[1]).sort()

/** English has two forms of a counted thing (`calls_one`, `calls_other`), Chinese one. */
const chineseKey = (key: string) => key.replace(/_one$/, '_other')
const baseKeys = (texts: Map<string, unknown>) => [...new Set([...texts.keys()].map(chineseKey))].sort()

/** English texts with Chinese characters in them: the other language and the console itself, each in its own writing. */
const MAY_BE_CHINESE = ['look.toChinese', 'look.chinese', 'me.zh', 'title']

/** Chinese texts without a Chinese character: the name of the other language, formats, encodings and signs. */
const MAY_BE_LATIN =
  /^(?:English|Switch to English|UTF-8|UTF-16|GB18030|CSV|XLSX|Markdown|vCon|WebVTT|SRT|P[1-4]|Excel（XLSX）|ID|[^\p{Letter}]*)$/u

test('both languages have the same files', () => {
  const english = globSync('resources/locales/en/*.json', { cwd: root }).map((file) => basename(file))
  expect(namespaces.length).toBeGreaterThan(5)
  expect(english.sort()).toEqual([...namespaces].sort())
})

describe.each(namespaces)('%s', (namespace) => {
  const zh = textsOf('zh', namespace)
  const en = textsOf('en', namespace)

  test('has the same keys in both languages', () => {
    expect(baseKeys(en)).toEqual(baseKeys(zh))
  })
  test('calls a seat the same everywhere', () => {
    expect([...zh.values()].filter((text) => /[\d}] 号席/.test(String(text)))).toEqual([])
  })
  test('has no empty text', () => {
    const empty = [...zh, ...en].filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    expect(empty).toEqual([])
  })
  test('fills the same holes in both languages', () => {
    const different = [...en].filter(
      ([key, text]) => String(holesIn(zh.get(chineseKey(key)))) !== String(holesIn(text)),
    )
    expect(different).toEqual([])
  })
  test('holds no text of another file that is not there', () => {
    const missing = (language: 'zh' | 'en', texts: Map<string, unknown>) =>
      [...texts.values()]
        .flatMap((text) => [...String(text).matchAll(/\$t\(([\w-]+):([\w.-]+)/g)])
        .filter(([, file, key]) => !textsOf(language, `${file}.json`).has(`${key}_other`))
        .map(([asked]) => asked)
    expect([...missing('zh', zh), ...missing('en', en)]).toEqual([])
  })
  test('is English in English', () => {
    const chinese = [...en].filter(([key, text]) => han.test(String(text)) && !MAY_BE_CHINESE.includes(key))
    expect(chinese).toEqual([])
  })
  test('is Chinese in Chinese', () => {
    const latin = [...zh].filter(([, text]) => {
      const words = String(text).replace(/{{.*?}}/g, '')
      return !han.test(words) && !MAY_BE_LATIN.test(words.trim())
    })
    expect(latin).toEqual([])
  })
  test('has full-width signs between Chinese words', () => {
    const halfWidth = [...zh].filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(String(text)))
    expect(halfWidth).toEqual([])
  })
})

/** The name of a language in its own writing, a format of dates, and the name of a checksum. */
const SAME_IN_EVERY_LANGUAGE = ['中文', 'English', 'YYYY年M月', 'SHA-256']

describe('no text stands in a component itself', () => {
  const files = globSync('renderer/**/*.tsx', { cwd: root }).filter((file) => !file.endsWith('.test.tsx'))
  test('there are components to look at', () => {
    expect(files.length).toBeGreaterThan(50)
  })
  test.each(files)('%s', (file) => {
    const words = visibleLiterals(readFileSync(join(root, file), 'utf8'))
    expect(words.filter((word) => !SAME_IN_EVERY_LANGUAGE.includes(word))).toEqual([])
  })
})
