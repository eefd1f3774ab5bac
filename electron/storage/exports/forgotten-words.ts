import type { ExportChoice } from '../../../shared/contract/exports/exports.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { namelessFile } from '../../../shared/domain/exports/export-names.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { retellStories, TOLD_AT_ONCE } from './export-delivery.ts'
import { choiceIn, numbersIn, type StoredChoice } from './exports.ts'

/** Clocks of desks and of their hub may differ by less. */
const MARGIN_MS = -86_400_000

const BEGAN = 'SELECT started_at AS value FROM call WHERE id = ?'
const SINCE = `SELECT id, file_name AS fileName, language, CAST(choice_json AS text) AS choice, told_tickets AS told
  FROM export_record WHERE kind = 'tickets' AND choice_json IS NOT NULL AND created_at >= ? ORDER BY id`
const KEEP = 'UPDATE export_record SET scope = :scope, file_name = :fileName, choice_json = :choice WHERE id = :id'
/** They are told as those are that did not hear of it yet, some at a time (`tellSome`). */
const TELL_ANEW = 'UPDATE export_record SET told_tickets = 0 WHERE id = ?'
const KEEP_CHOICE = 'UPDATE export_record SET choice_json = :choice WHERE id = :id'
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
  readonly told: number
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
  for (const { id, fileName, language, choice, told } of yield* rows<Since>(SINCE, [since])) {
    const known = JSON.parse(choice) as StoredChoice
    const chosen = choiceIn(known)
    const kept = withoutWords(chosen)
    if (known.isNamed === false) {
      if (kept !== chosen) yield* write(KEEP_CHOICE, { id, choice: stored(kept, known.retell) })
      continue
    }
    yield* write(FORGET_ANSWERS, [id])
    const nameless = namelessFile(fileName, language)
    // Somebody types meanwhile: stories of a large file are told its name bit by bit.
    const isLarge = told > left
    const retell = isLarge ? { before: fileName, count: told } : undefined
    yield* write(KEEP, { id, scope: '', fileName: nameless, choice: stored(kept, retell) })
    if (isLarge) yield* write(TELL_ANEW, [id])
    if (isLarge || told === 0) continue
    left -= told
    const numbers = numbersIn((yield* value<string>(SELECTION, [id])) ?? '{"ticketNumbers":[]}')
    yield* retellStories(numbers, { before: fileName, now: nameless })
  }
}

const stored = (choice: ExportChoice, retell: StoredChoice['retell']): string =>
  JSON.stringify({ ...choice, isNamed: false, ...(retell && { retell }) } satisfies StoredChoice)

function withoutWords(choice: ExportChoice): ExportChoice {
  if (choice.by !== 'filter' || choice.filter.text === '') return choice
  // They stand once more beside the names that they were taken for.
  const { alike: _, searchedFrom: __, ...filter } = choice.filter
  return { ...choice, filter: { ...filter, text: '' }, isTextGone: true }
}
