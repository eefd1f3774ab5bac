import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { among, inEach } from '../engine/in-each.ts'
import type { PostgresEngine } from '../engine/postgres.ts'
import { type Query, row, rows, together, write } from '../engine/query.ts'

/** What a desk asks a hub to do, under an id (UUIDv7) that the desk gave it. */
export interface Command {
  readonly id: Id
  readonly deskId: Id
  /** The entry of the contract, like `bookings.reserve`. */
  readonly call: string
  /** By the hub's clock. */
  readonly at: Instant
}

export type Once<A, Why = never> =
  /** `repeated`: the answer is the stored one, and nothing was done for it now. */
  | { readonly kind: 'done' | 'repeated'; readonly answer: A }
  /** The id was given to something else before; nothing was done, and nothing is told of that. */
  | { readonly kind: 'another_desks' | 'another_call' }
  /** It was done, and its answer is not kept any more. */
  | { readonly kind: 'long_ago' }
  /** Whoever asks may not any more; nothing was done. */
  | { readonly kind: 'unwelcome'; readonly why: Why }

/**
 * A desk that is away longer than this does not repeat its last command: it reads anew what became of it. And so long a desk is told which of its commands a database
 * has lost that was put back from a copy.
 */
export const COMMANDS_KEPT_DAYS = 31

/** An answer that is longer than most, or may quote what was heard, is kept for so long: nobody repeats a command after some seconds. */
export const LONG_ANSWERS_KEPT_HOURS = 1
const LONG_ANSWER = 4_000

const BEGIN = `INSERT INTO hub_command (id, desk_id, call, at) VALUES (:id, :deskId, :call, :at) ON CONFLICT DO NOTHING`
const FIND = `SELECT desk_id AS deskId, call, answer_json AS answer FROM hub_command WHERE id = ?`
const FINISH = 'UPDATE hub_command SET answer_json = ? WHERE id = ?'
/** A seal takes words out of tickets, too. */
const QUOTES = `split_part(call, '.', 1) = ANY(ARRAY['sessions', 'notes', 'conversations', 'meetings', 'thanks', 'agents', 'lifeChannel', 'silverHair',
  'tickets', 'manyTickets', 'deskExports'])`
const SWEEP_LONG = `UPDATE hub_command SET answer_json = NULL
  WHERE at < :before AND answer_json IS NOT NULL AND (length(answer_json::text) > :longest OR ${QUOTES})`
const SWEEP = 'DELETE FROM hub_command WHERE at < ?'

/** Does what is the same however often it is asked for, in one transaction with finding out who asks; its answer is kept nowhere. */
export function runAgain<Who extends object, Why extends string, A extends { readonly ok: boolean }>(
  engine: PostgresEngine,
  asker: () => Query<Who | Why>,
  work: (asker: Who) => Promise<A>,
): Promise<Once<A, Why>> {
  return engine.within(async (whole): Promise<Once<A, Why>> => {
    const who = await whole.ask(asker)
    if (typeof who !== 'string') {
      const answer = await work(who)
      if (!answer.ok) whole.takeBack()
      return { kind: 'done', answer }
    }
    whole.takeBack()
    return { kind: 'unwelcome', why: who }
  })
}

/**
 * Does the work of a command once, however often and at however many hubs it is asked for: who asks is found out, and its id, its asker and its answer
 * are stored, in the transaction that does it. Of two repeats at one moment the second waits at the id until the first is done. What throws did nothing,
 * the id included.
 *
 * A refusal is taken back as a whole, its id included: there is nothing that a repeat could do a second time, and whoever asks again wants to know
 * what holds by then.
 */
export function runOnce<Who extends object, Why extends string, A extends { readonly ok: boolean }>(
  engine: PostgresEngine,
  command: Command,
  asker: () => Query<Who | Why>,
  work: (asker: Who) => Promise<A>,
): Promise<Once<A, Why>> {
  return engine.within(async (whole): Promise<Once<A, Why>> => {
    const [who, earlier] = await whole.ask(() => together(asker(), begin(command)))
    if (typeof who === 'string') {
      whole.takeBack()
      return { kind: 'unwelcome', why: who }
    }
    if (earlier !== null) {
      if (earlier.deskId !== command.deskId) return { kind: 'another_desks' }
      if (earlier.call !== command.call) return { kind: 'another_call' }
      if (earlier.answer === null) return { kind: 'long_ago' }
      return { kind: 'repeated', answer: JSON.parse(earlier.answer) as A }
    }
    const answer = await work(who)
    if (answer.ok) await whole.ask(() => write(FINISH, [JSON.stringify(answer), command.id]))
    else whole.takeBack()
    return { kind: 'done', answer }
  })
}

interface Earlier {
  readonly deskId: Id
  readonly call: string
  /** Null: swept. */
  readonly answer: string | null
}

/** Null where nobody asked with this id before; then the id is held until the transaction is over. */
function* begin({ id, deskId, call, at }: Command): Query<Earlier | null> {
  if ((yield* write(BEGIN, { id, deskId, call, at })) === 1) return null
  return yield* row<Earlier>(FIND, [id])
}

const KNOWN = inEach((say) => `SELECT id FROM hub_command WHERE ${say(among('id'))}`)

/** Those of them that were done. */
export function* commandsKnown(ids: readonly Id[]): Query<Id[]> {
  return (yield* rows<{ id: Id }>(KNOWN, [JSON.stringify(ids)])).map(({ id }) => id)
}

/** Forgets what was asked for before then; tells how many. */
export const sweepCommands = (before: Instant): Query<number> => write(SWEEP, [before])

/** Forgets long answers, and those that may quote a call, to what was asked for before then, and not that it was done; tells how many. */
export const sweepLongAnswers = (before: Instant): Query<number> => write(SWEEP_LONG, { before, longest: LONG_ANSWER })

const ANSWER_NEEDED_MS = 600_000
const FORGET_QUOTING = `UPDATE hub_command SET answer_json = NULL WHERE at < ? AND answer_json IS NOT NULL AND ${QUOTES}`

/**
 * Words of what is heard went, or were sealed: the answers that may quote them go, too, but for those of the last minutes, which may be asked for again and go
 * within hours (`sweepLongAnswers`); tells how many.
 */
export const forgetQuotingAnswers = (now: Instant): Query<number> =>
  write(FORGET_QUOTING, [addMs(now, -ANSWER_NEEDED_MS)])

const ABOUT_CALL = `SELECT CAST(:callId AS text) AS id UNION SELECT CAST(id AS text) FROM note WHERE call_id = :callId
  UNION SELECT CAST(id AS text) FROM meeting WHERE call_id = :callId
  UNION SELECT CAST(ticket_id AS text) FROM ticket_quote JOIN note ON note.id = note_id WHERE call_id = :callId`
const FORGET_ABOUT = `UPDATE hub_command SET answer_json = NULL WHERE answer_json IS NOT NULL AND ${QUOTES}
  AND EXISTS (SELECT 1 FROM (${ABOUT_CALL}) about WHERE position(about.id IN answer_json::text) > 0)`

/** The call is sealed: whatever was answered about it goes, of the last moment as well; tells how many. Before its tickets lose their quotes. */
export const forgetAnswersAbout = (callId: Id): Query<number> => write(FORGET_ABOUT, { callId })
