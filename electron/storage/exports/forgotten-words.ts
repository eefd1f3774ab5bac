import type { ExportChoice } from '../../../shared/contract/exports/exports.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { namelessFile } from '../../../shared/domain/exports/export-names.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { TOLD_AT_ONCE } from './export-delivery.ts'
import { choiceIn, numbersIn, type StoredChoice } from './exports.ts'

/** Clocks of desks and of their hub may differ by less. */
const MARGIN_MS = -86_400_000

const BEGAN = 'SELECT started_at AS value FROM call WHERE id = ?'
const SINCE = `SELECT id, file_name AS fileName, language, CAST(choice_json AS text) AS choice, ticket_count AS ticketCount
  FROM export_record WHERE kind = 'tickets' AND choice_json IS NOT NULL AND created_at >= ? ORDER BY id`
const KEEP = 'UPDATE export_record SET scope = :scope, file_name = :fileName, choice_json = :choice WHERE id = :id'
const KEEP_CHOICE = 'UPDATE export_record SET choice_json = :choice WHERE id = :id'
const RETELL = inEach(
  (say) => `UPDATE ticket_event SET remark = :now WHERE what = 'exported' AND remark = :before
    AND ticket_id IN (SELECT id FROM ticket WHERE ${say(among('number', 'bigint', ':numbers'))})`,
)

/** A hub keeps what it answered. */
const FORGET_ANSWERS = {
  sqlite: null,
  postgres: `UPDATE hub_command SET answer_json = NULL WHERE split_part(call, '.', 1) = 'deskExports' AND answer_json IS NOT NULL
    AND position(CAST(? AS text) IN CAST(answer_json AS text)) > 0`,
}

const SELECTION = 'SELECT CAST(selection_json AS text) AS value FROM export_record WHERE id = ?'

interface Since {
  readonly id: Id
  readonly fileName: string
  readonly language: 'zh' | 'en'
  readonly choice: string
  readonly ticketCount: number
}

/**
 * A call is sealed. Whatever somebody looked for, or called a file, since it began may quote it: the ledger forgets those words, and says on what else was chosen, and which
 * tickets went out. What was asked for before cannot tell of it.
 */
export function* forgetLookedFor(callId: Id, now: Instant): Query<void> {
  const began = yield* value<Instant>(BEGAN, [callId])
  if (began === null) return
  // It began by the clock of the desk that heard it, which may be ahead.
  const since = addMs(began < now ? began : now, MARGIN_MS)
  let left = TOLD_AT_ONCE
  for (const { id, fileName, language, choice, ticketCount } of yield* rows<Since>(SINCE, [since])) {
    const known = JSON.parse(choice) as StoredChoice
    const chosen = choiceIn(known)
    const kept = withoutWords(chosen)
    if (known.isNamed === false) {
      if (kept !== chosen) yield* write(KEEP_CHOICE, { id, choice: stored(kept) })
      continue
    }
    yield* write(FORGET_ANSWERS, [id])
    const nameless = namelessFile(fileName, language)
    yield* write(KEEP, { id, scope: '', fileName: nameless, choice: stored(kept) })
    // Somebody types meanwhile: no more stories than a delivery tells at once. Those of a file of more tickets go on saying its name.
    if (ticketCount > left) continue
    left -= ticketCount
    const numbers = JSON.stringify(numbersIn((yield* value<string>(SELECTION, [id])) ?? '{"ticketNumbers":[]}'))
    yield* write(RETELL, { now: nameless, before: fileName, numbers })
  }
}

const stored = (choice: ExportChoice): string => JSON.stringify({ ...choice, isNamed: false } satisfies StoredChoice)

function withoutWords(choice: ExportChoice): ExportChoice {
  if (choice.by !== 'filter' || choice.filter.text === '') return choice
  // They stand once more beside the names that they were taken for.
  const { alike: _, searchedFrom: __, ...filter } = choice.filter
  return { ...choice, filter: { ...filter, text: '' }, isTextGone: true }
}
