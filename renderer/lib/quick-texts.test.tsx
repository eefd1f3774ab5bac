import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { fetchTexts, speak, startTexts } from './i18n.ts'
import { quickText, type Texts } from './quick-texts.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

const files = { zh, en } as unknown as Record<'zh' | 'en', Record<string, Texts>>

beforeAll(async () => {
  await fetchTexts('zh')
  startTexts('zh')
  await fetchTexts('en')
})

function* flat(texts: Texts, path = ''): Generator<[key: string, text: string]> {
  for (const [name, inner] of Object.entries(texts)) {
    const key = path === '' ? name : `${path}.${name}`
    if (typeof inner === 'string') yield [key, inner]
    else yield* flat(inner, key)
  }
}

test.each(['zh', 'en'] as const)('says in %s what i18next says', (language) => {
  let quick = 0
  for (const [file, texts] of Object.entries(files[language])) {
    for (const [key, text] of flat(texts)) {
      const holes = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => [name, `«${name}» $& <b>`])
      const values = holes.length === 0 ? undefined : Object.fromEntries(holes)
      const said = quickText(texts, key, values)
      if (said === undefined) continue
      quick += 1
      expect(said, `${file} ${key}`).toBe(i18next.t(key, { ...values, lng: language, ns: file }))
    }
  }
  // Nearly all: what is left counts, or holds another text.
  expect(quick).toBeGreaterThan(3_000)
})

test('leaves to i18next what is more than reading', () => {
  const texts = { plain: 'A', hole: '{{name}}: {{size}}', nested: 'A $t(plain)', odd: '{{ name }}', in: { side: 'B' } }
  expect(quickText(texts, 'plain', undefined)).toBe('A')
  expect(quickText(texts, 'in.side', {})).toBe('B')
  expect(quickText(texts, 'hole', { name: 'Li', size: 3 })).toBe('Li: 3')
  expect(quickText(texts, 'hole', { name: '{{size}}', size: 3 })).toBe('{{size}}: 3')
  for (const [key, values] of [
    ['gone', undefined],
    ['in', undefined],
    ['in.toString', undefined],
    ['plain', { count: 1 }],
    ['plain', { returnObjects: true }],
    ['hole', undefined],
    ['hole', { name: 'Li' }],
    ['hole', { name: 'Li', size: null }],
    ['odd', { name: 'Li' }],
    ['nested', undefined],
    ['common:plain', undefined],
  ] as const)
    expect(quickText(texts, key, values), key).toBeUndefined()
  expect(quickText(undefined, 'plain', undefined)).toBeUndefined()
})

test('speaks the language of the moment, and counts as i18next does', () => {
  const today = i18next.getFixedT(null, 'today')
  expect(today('page.title')).toBe('今天')
  speak('en')
  expect(today('page.title')).toBe('Today')
  expect(today('sessions.detail', { calls: 1, notes: 2 })).toBe(
    i18next.t('sessions.detail', { ns: 'today', calls: 1, notes: 2 }),
  )
  expect(i18next.getFixedT('zh', 'today')('page.title')).toBe('今天')
  speak('zh')
})
