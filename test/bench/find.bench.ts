import { searchService } from '../../electron/services/search/search.ts'
import { makeSearchIndex } from '../../electron/services/search/search-index.ts'
import { COUNTED_AT_MOST } from '../../shared/contract/search/counted.ts'
import { accepted } from '../builders/outcomes.ts'
import { aDesk, nobody } from './desk.ts'
import { type Benchmark, resultOf } from './result.ts'
import { measureWords, type WordSearch } from './word-search.ts'
import { searches } from './words.ts'

const SHOWN = 4

/** The box that finds everything, words of one to three characters, against LIKE on the notes alone, kind by kind as the box shows them. */
export const finding: Benchmark = {
  names: ['find-one-character', 'find-two-characters', 'find-three-characters', 'find-index-of-all-notes'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const { db } = desk.parts
    const index = makeSearchIndex(desk.parts)
    try {
      const { everywhere } = searchService(desk.parts, index)
      const find = async (text: string) => {
        const { voices, views, remarks } = await accepted(everywhere({ text, limit: SHOWN }, nobody))
        return voices.total + views.total + remarks.total
      }
      const texts = db.prepare('SELECT text FROM note')
      const readAllMs = await timed(() => texts.all())
      const fillMs = await timed(async () => {
        while (!(await index.catchUp()));
      })
      // Praise is told of no agent by a search.
      const sides = ['voice', 'view', 'risk'].map((kind) => {
        const where = `kind = '${kind}' AND removed_at IS NULL AND text LIKE :like`
        return {
          page: db.prepare(`SELECT * FROM note WHERE ${where} ORDER BY rowid DESC LIMIT ${SHOWN}`),
          total: db
            .prepare(`SELECT count(*) FROM (SELECT 1 FROM note WHERE ${where} LIMIT ${COUNTED_AT_MOST})`)
            .pluck(),
        }
      })
      const like = (text: string) =>
        sides.reduce((sum, { page, total }) => {
          page.all({ like: `%${text}%` })
          return sum + (total.get({ like: `%${text}%` }) as number)
        }, 0)
      // Two frames at 60 a second: what is typed is answered while it is typed.
      const searching: WordSearch = { of: 'notes', goal: { of: 'value', atMost: 33 }, find, like }
      return [
        await measureWords(searching, 'find-one-character', searches.one),
        await measureWords(searching, 'find-two-characters', searches.two),
        await measureWords(searching, 'find-three-characters', searches.three),
        resultOf('find-index-of-all-notes', 'ms', { value: fillMs, baseline: readAllMs }, null),
      ]
    } finally {
      index.stop()
      desk.close()
    }
  },
}

async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}
