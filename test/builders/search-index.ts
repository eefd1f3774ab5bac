import { makeHubSearchIndex, makeSearchIndex, type SearchIndex } from '../../electron/services/search/search-index.ts'
import { isOnPostgres } from './engine.ts'

/** What the box that finds everything looks in: a desk's own index, or that of a hub where the tests are on PostgreSQL. */
export const searchIndexOf = (
  parts: Parameters<typeof makeSearchIndex>[0] & Parameters<typeof makeHubSearchIndex>[0],
): SearchIndex => (isOnPostgres() ? makeHubSearchIndex(parts) : makeSearchIndex(parts))
