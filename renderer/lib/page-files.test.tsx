import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fetchEarly, PAGE_AT, PAGE_FILES_ID } from './page-files.ts'

const links = () => [...document.querySelectorAll<HTMLLinkElement>('link[href^="/assets/"]')]

afterEach(() => {
  for (const each of [...links(), document.getElementById(PAGE_FILES_ID)]) each?.remove()
})

/** As scripts/lib/page-files.mjs writes it. */
function write(filesOf: Readonly<Record<string, readonly string[]>>): void {
  const written = Object.assign(document.createElement('script'), { type: 'application/json', id: PAGE_FILES_ID })
  written.textContent = JSON.stringify(filesOf)
  document.head.append(written)
}

const seats = ['/assets/SeatsPage-1.js', '/assets/SeatsPage-1.css']
const ticket = ['/assets/TicketsPage-1.js']
const texts = { 'texts-zh': ['/assets/texts-zh-1.js'], 'texts-en': ['/assets/texts-en-1.js'] }

test.each([
  ['/seats', ['modulepreload /assets/SeatsPage-1.js', 'preload /assets/SeatsPage-1.css']],
  ['/tickets/0193a', ['modulepreload /assets/TicketsPage-1.js']],
  ['/today', []],
  ['/seats/more/than/it/has', []],
])(
  'what the page at %s is made of is fetched, and one language, before the code that draws it is here, and nothing is worn or run',
  (path, hints) => {
    write({ SeatsPage: seats, TicketsPage: ticket, ...texts })
    fetchEarly(document, path, 'en')
    expect(links().map((link) => `${link.rel} ${link.getAttribute('href')}`)).toEqual([
      'modulepreload /assets/texts-en-1.js',
      ...hints,
    ])
  },
)

test('a page that names no files, as while developing, is no fault', () => {
  fetchEarly(document, '/seats', 'zh')
  expect(links()).toEqual([])
})

test('every screen leads to the page whose files are fetched for it', () => {
  const routes = readFileSync(join(import.meta.dirname, '../app/routes.tsx'), 'utf8')
  const pageOf = new Map(
    [...routes.matchAll(/const (\w+) = lazyPage.*pages\/(\w+)\.tsx/g)].map(([, name, page]) => [name, page]),
  )
  const led = [...routes.matchAll(/\{ path: '([^']+)', page: (\w+) \}/g)].flatMap(([, path = '', name]) => {
    const both = path.endsWith('?') ? [path.replace(/\/:\w+\?$/, ''), path] : [path]
    return both.map((each) => [each.replace(/:\w+\??$/, '*'), pageOf.get(name)] as const)
  })
  expect(Object.fromEntries(led.filter(([, page]) => page !== undefined))).toEqual(PAGE_AT)
})
