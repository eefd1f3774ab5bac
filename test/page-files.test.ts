import { expect, test } from 'vitest'
import { namePageFiles } from '../scripts/lib/page-files.mjs'

const chunk = (fileName: string, imports: readonly string[], more: object = {}) => ({
  type: 'chunk',
  name: fileName.split('-')[0],
  fileName: `assets/${fileName}`,
  imports: imports.map((each) => `assets/${each}`),
  ...more,
})

/** What is written into the page for these files. */
function written(...chunks: readonly ReturnType<typeof chunk>[]): unknown {
  const bundle = Object.fromEntries(chunks.map((each) => [each.fileName, each]))
  const [tag] = namePageFiles.transformIndexHtml.handler('<html>', { bundle })
  return JSON.parse(tag?.children ?? '')
}

const first = chunk('first-1.js', [], { isEntry: true })
const shared = chunk('shared-1.js', ['first-1.js'], { viteMetadata: { importedCss: new Set(['assets/shared-1.css']) } })
const seats = { isDynamicEntry: true, facadeModuleId: '/renderer/app/pages/SeatsPage.tsx' }

test('a page is made of its own files and of those it shares, not of what every start has', () => {
  const files = ['/assets/SeatsPage-1.js', '/assets/shared-1.js', '/assets/shared-1.css']
  expect(written(first, shared, chunk('SeatsPage-1.js', ['shared-1.js', 'first-1.js'], seats))).toEqual({
    SeatsPage: files,
  })
})

test('what only opens over a page has no address and is not named; a build without pages is refused', () => {
  const dialog = chunk('DatePick-1.js', ['first-1.js'], {
    isDynamicEntry: true,
    facadeModuleId: '/renderer/DatePick.tsx',
  })
  expect(() => written(first, dialog)).toThrow('no page has files of its own')
})
