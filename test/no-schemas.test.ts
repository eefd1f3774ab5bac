import { expect, test } from 'vitest'
import { refuseSchemasInPages } from '../scripts/lib/no-schemas.mjs'

/** Builds pages of these files, each with who imports it. */
function build(importersOf: Readonly<Record<string, readonly string[]>>): void {
  refuseSchemasInPages.generateBundle.call({
    getModuleIds: () => Object.keys(importersOf),
    getModuleInfo: (id) => ({ importers: importersOf[id] ?? [] }),
  })
}

test('pages that carry schemas are refused, with the files that bring them', () => {
  const pages = { '/renderer/main.tsx': [], '/node_modules/react/index.js': ['/renderer/main.tsx'] }
  expect(() => build(pages)).not.toThrow()
  const zod = { '/node_modules/zod/index.js': ['/node_modules/zod/v4.js', '/shared/contract/house/room.ts'] }
  expect(() => build({ ...pages, ...zod })).toThrow('move what they need out of /shared/contract/house/room.ts')
})
