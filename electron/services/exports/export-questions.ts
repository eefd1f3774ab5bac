import { CHANGED_SHOWN } from '../../../shared/contract/exports/exports.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { personalDataIn } from '../../../shared/domain/listening/masking/mask-text.ts'
import { headings, rowAsText } from '../../adapters/exports/columns.ts'
import { goingOut } from '../../adapters/exports/masked-going-out.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import { exportPage, unmaskedTexts } from '../../storage/exports/export-rows.ts'
import { exportPlan, listExports } from '../../storage/exports/exports.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { laterThan, tellLater } from './export-changes.ts'
import { planExport } from './export-plan.ts'
import { searchLedger } from './ledger-search.ts'

const PREVIEW_ROWS = 20

type Questions = Pick<Service<'exports'>, 'preview' | 'list' | 'get' | 'find' | 'changedSince'>

/** What is asked of the truth alone: answered wherever that is, whichever desk a file came from. */
export function exportQuestions({
  engine,
  clock,
  settings,
}: Pick<HouseParts, 'engine' | 'clock' | 'settings'>): Questions {
  return {
    preview: ({ selection: wanted, ...wish }) => {
      const folder = settings.read().exportFolder ?? ''
      return engine.read(function* () {
        const plan = yield* planExport(clock.now(), { ...wish, wanted }, folder)
        if (plan === null) return refuse('nothing_to_export')
        const { ticketNumbers, timeZone, fileNames } = plan
        const wall = makeWallClock(timeZone)
        const rows = (yield* exportPage(ticketNumbers.slice(0, PREVIEW_ROWS))).map((row) =>
          rowAsText(
            goingOut(row, (text) => maskedByRules(text).text),
            wish.language,
            wall,
          ),
        )
        const ticketCount = ticketNumbers.length
        const unmasked = yield* unmaskedTexts(ticketNumbers)
        const maskedAgain = unmasked.reduce((sum, text) => sum + personalDataIn(text).length, 0)
        const files = { ticketCount, fileNames: [...fileNames], maskedAgain }
        return accept({ headings: headings(wish.language), rows, ...files })
      })
    },
    list: ({ limit, kind }) =>
      engine.read(function* () {
        return accept(yield* listExports(limit, kind ?? null))
      }),
    get: async ({ exportId }) => {
      const later = (await laterThan(engine, [exportId])).get(exportId) ?? new Map()
      return engine.read(function* () {
        const plan = yield* exportPlan(exportId)
        if (plan === null) return refuse('not_found')
        const { record, scope, language, choice } = plan
        const changed = yield* tellLater(later, CHANGED_SHOWN)
        return accept({ record, scope, language, choice, changedCount: later.size, changed })
      })
    },
    find: async (wish) => accept(await searchLedger(engine, wish, clock.now())),
    changedSince: async ({ exportIds }) => {
      const later = [...(await laterThan(engine, exportIds))]
      const counts = later.map(([exportId, tickets]) => ({ exportId, changedCount: tickets.size }))
      return accept(counts.filter(({ changedCount }) => changedCount > 0))
    },
  }
}
