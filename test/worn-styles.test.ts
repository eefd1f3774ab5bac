import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** The classes that a file of styles has, without those of the kit and of another file. */
function classesOf(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|:global\([^)]*\)/g, '')
  const selectors = [...bare.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector)
    .filter((each) => !each.trim().startsWith('@'))
  const classes = selectors.flatMap((selector) =>
    [...selector.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name),
  )
  return [...new Set(classes)].filter((name) => !name.startsWith('mantine-'))
}

/** The classes that a component takes from a file of styles under this name; null: any of them. */
function takenFrom(source: string, name: string): Set<string> | null {
  const used = source.replace(/^import .*$/gm, '')
  if (new RegExp(`\\b${name}\\[`).test(used)) return null
  return new Set([...used.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, taken = '']) => taken))
}

interface Wearer {
  readonly file: string
  readonly css: string
  readonly name: string
}

const components = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
const wearers = components.flatMap((file): Wearer[] =>
  [...read(file).matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(([, name = '', path = '']) => ({
    file,
    css: join(dirname(file), path),
    name,
  })),
)
const sheets = globSync('renderer/**/*.module.css', { cwd: root })

describe('what is read from styles and components', () => {
  test('classes, not the numbers, words in quotes and remarks beside them', () => {
    const css =
      '/* .no */ .a > .b:hover,\n.c[data-x=".no"]::after { margin: .5rem }\n@media (width < 9.5px) { .d { top: 0 } }'
    expect(classesOf(`${css} :global(.no) .e .mantine-x { top: 0 }`)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
  test('all of them where one is chosen by a word', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    expect(takenFrom('styles.a + `${styles.b}`', 'styles')).toEqual(new Set(['a', 'b']))
    expect(takenFrom('styles[tone]', 'styles')).toBeNull()
  })
})

test.each(sheets)('every class of %s is worn, and every one that is worn is there', (sheet) => {
  const here = wearers.filter(({ css }) => css === sheet)
  const taken = here.map(({ file, name }) => takenFrom(read(file), name))
  const classes = classesOf(read(sheet))
  const worn = new Set(taken.flatMap((each) => [...(each ?? classes)]))
  expect({
    here: here.length > 0,
    unworn: classes.filter((name) => !worn.has(name)),
    missing: [...worn].filter((name) => !classes.includes(name)),
  }).toEqual({ here: true, unworn: [], missing: [] })
})

test('every class that all pages share is worn', () => {
  const sources = components.map(read).join('\n')
  const isWorn = (name: string) => new RegExp(`(?:className="|\`)(?:[\\w-]+ )*${name}[ "\`]`).test(sources)
  expect(
    ['base.css', 'lists.css'].flatMap((file) => classesOf(read(`renderer/ui/${file}`))).filter((name) => !isWorn(name)),
  ).toEqual([])
})

test('no style reckons the text size in: the build makes rem of px, and it would count twice', () => {
  expect(sheets.filter((sheet) => read(sheet).includes('--text-scale'))).toEqual([])
})

test('no style of a component that keeps pieces of its words whole speaks of any `span` in it: that would be those pieces, too', () => {
  const keepers = wearers.filter(({ file }) => read(file).includes('<Whole '))
  expect(keepers.length).toBeGreaterThan(10)
  expect(keepers.filter(({ css }) => /[\s>]span\b[^;{}]*\{/.test(read(css))).map(({ css }) => css)).toEqual([])
})
