import { build, type Plugin } from 'vite'
import { expect, test } from 'vitest'
import { refuseCirclesOfChunks } from '../scripts/lib/chunk-circles.mjs'

const sources: Record<string, string> = {
  '/first': 'import { a } from "/a"; console.log(a)',
  '/a': 'import { b } from "/b"; export const a = () => b',
  '/b': 'import { c } from "/c"; export const b = () => c',
  '/c': 'export const c = 1; export const later = () => import("/first")',
}
const fromMemory: Plugin = {
  name: 'from-memory',
  enforce: 'pre',
  resolveId: (id) => (id in sources ? id : null),
  load: (id) => sources[id] ?? null,
}

const built = (groups: { name: string; test: RegExp }[]) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [fromMemory, refuseCirclesOfChunks],
    build: {
      write: false,
      rollupOptions: { input: '/first', output: { codeSplitting: { groups, includeDependenciesRecursively: false } } },
    },
  })

test('a build whose files import each other in a circle fails and names them', async () => {
  await expect(
    built([
      { name: 'both-ends', test: /^\/[ac]$/ },
      { name: 'midst', test: /^\/b$/ },
    ]),
  ).rejects.toThrow(/assets\/both-ends-\S+\.js → assets\/midst-\S+\.js → assets\/both-ends-/)
})

test('files in an order, and one that is fetched only later, are built', async () => {
  await expect(built([{ name: 'low', test: /^\/[bc]$/ }])).resolves.toBeDefined()
})
