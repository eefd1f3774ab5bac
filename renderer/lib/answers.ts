import type { DoorRefusal } from '../../shared/contract/entry.ts'

export type RefusalData = { ok: false; code: string; detail: unknown }

/** A refusal met where a value was needed: thrown inside queries only. */
export class AnswerRefused extends Error {
  readonly refusal: RefusalData
  constructor(refusal: RefusalData) {
    super(`refused: ${refusal.code}`)
    this.name = 'AnswerRefused'
    this.refusal = refusal
  }
}

/** The connection went before the answer came: thrown by transports, and inside queries, which ask again. */
export class ConnectionLost extends Error {
  constructor() {
    super('connection lost')
    this.name = 'ConnectionLost'
  }
}

type ValueIn<A> = A extends { ok: true; value: infer V } ? V : never

/** Got by a question that may simply be asked again: nothing was wrong with it, nor with what it asked. */
type Passing = { code: 'connection_lost' | 'file_exchanged' | 'hub_busy' }

/** Whether a query that threw this is asked again. */
export const mayAskAgain = (problem: unknown): boolean =>
  !(problem instanceof AnswerRefused) ||
  problem.refusal.code === 'file_exchanged' ||
  problem.refusal.code === 'hub_busy'

/** For a `queryFn` whose screen shows refusals itself: gives the answer, and throws only what is asked again. */
export async function answered<A extends { ok: boolean; code?: string }>(
  answer: Promise<A>,
): Promise<Exclude<A, Passing>> {
  const given = await answer
  if (given.code === 'connection_lost') throw new ConnectionLost()
  if (given.code === 'file_exchanged' || given.code === 'hub_busy')
    throw new AnswerRefused({ ok: false, code: given.code, detail: {} })
  return given as Exclude<A, Passing>
}

/** The value of an answer; throws AnswerRefused for a refusal. For `queryFn`, where refusals are failures of the screen. */
export async function accepted<A extends { ok: true; value: unknown } | RefusalData>(
  answer: Promise<A>,
): Promise<ValueIn<A>> {
  const given = await answered(answer)
  if (!given.ok) throw new AnswerRefused(given)
  return given.value as ValueIn<A>
}

/** A record, so that a new refusal of the door does not compile until it stands here. */
const DOOR_CODES: Readonly<Record<DoorRefusal['code'], true>> = {
  connection_lost: true,
  unknown_call: true,
  bad_input: true,
  text_too_long: true,
  odd_character: true,
  names_agent: true,
  too_large: true,
  workspace_closed: true,
  file_exchanged: true,
  disk_full: true,
  disk_failed: true,
  file_held: true,
  stale: true,
  not_allowed: true,
  offline: true,
  hub_busy: true,
  other_version: true,
  still_listening: true,
  unexpected: true,
}

/**
 * True for refusals any call can get. Ask this first, show `failureOf(answer)`, and the codes left are the entry's own:
 * a switch over them can end in `assertNever`.
 */
export function isDoorRefusal<A extends { ok: boolean; code?: string }>(answer: A): answer is Extract<A, DoorRefusal> {
  return !answer.ok && answer.code !== undefined && Object.hasOwn(DOOR_CODES, answer.code)
}

/** Ends a switch over all cases: a new case does not compile until it is answered. */
export function assertNever(left: never): never {
  throw new Error(`no case for ${JSON.stringify(left)}`)
}
