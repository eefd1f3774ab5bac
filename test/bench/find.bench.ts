import { searchService } from '../../electron/services/search/search.ts'
import { makeSearchIndex } from '../../electron/services/search/search-index.ts'
import { COUNTED_AT_MOST } from '../../shared/contract/search/counted.ts'
import { accepted } from '../builders/outcomes.ts'
import { aDesk, nobody } from './desk.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'
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
      const sides = ["'voice'", "'view'", "'praise', 'risk'"].map((kinds) => {
        const where = `kind IN (${kinds}) AND removed_at IS NULL AND text LIKE :like`
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
      const measure = async (name: string, words: readonly string[]) => {
        const wordOf = (count: number) => words[count % words.length] ?? ''
        for (const word of words) expectSame(word, await find(word), like(word))
        const samples = await takeTurns(
          (count) => find(wordOf(count)),
          (count) => like(wordOf(count)),
          { rounds: 4, perRound: words.length * 2 },
        )
        // Two frames at 60 a second: what is typed is answered while it is typed.
        return resultOf(name, 'ms', both(samples, MEDIAN), { of: 'value', atMost: 33 })
      }
      return [
        await measure('find-one-character', searches.one),
        await measure('find-two-characters', searches.two),
        await measure('find-three-characters', searches.three),
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

/** Two searches that find different notes cannot be compared. */
function expectSame(word: string, found: number, wanted: number): void {
  if (found === 0 || found !== wanted) throw new Error(`«${word}» finds ${found} notes, LIKE finds ${wanted}`)
}
