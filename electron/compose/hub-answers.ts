import { setTimeout as wait } from 'node:timers/promises'
import { findEntry, isCommand } from '../../shared/contract/contract.ts'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Caller } from '../../shared/contract/services.ts'
import type { Door, LooseAnswer, LooseServices } from '../door.ts'
import { isNestedTooDeep } from '../nesting.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { runAgain, runOnce } from '../storage/hub/commands.ts'
import { CONTRACT_VERSION, type Question } from '../team/wire.ts'
import type { Guest, House, Replied, Unwelcome } from './house.ts'
import type { Doorkeeper } from './hub-doorkeeper.ts'
import type { HubRefusals } from './hub-refusals.ts'
import type { sharedAnswers } from './shared-answers.ts'

interface AnswersParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly refusals: HubRefusals
  readonly door: Door
  /** What is answered once for many. */
  readonly shared: ReturnType<typeof sharedAnswers>
  readonly services: LooseServices
  /** Who asks, as they are at this moment: by themselves, and for a transaction that goes on. */
  readonly keeper: Pick<Doorkeeper, 'asker' | 'asking'>
  /** Something was done here, by this call. */
  changed(call: string): void
}

/** Answers calls of the contract as a hub does: whoever asks is looked at anew each time, and what changes something is done once. A surprise is an answer as well: left without one, a desk would ask again for ever. */
export function answersOf(parts: AnswersParts): House['ask'] {
  const answer = answering(parts)
  return async (guest, question) => {
    try {
      return await answer(guest, question)
    } catch (error) {
      return refuse(parts.refusals.of(error, `${question.call} was not answered`))
    }
  }
}

function answering(parts: AnswersParts): House['ask'] {
  return async (guest, question) => {
    const { call, command } = question
    const refusal = unanswerable(parts, guest, question)
    if (refusal === null && command !== undefined && isCommand(call))
      return once(parts, guest, { ...question, command })
    const asking = await parts.keeper.asker(guest)
    if (asking === 'databaseAway') return refuse({ ok: false, code: 'offline', detail: { since: parts.clock.now() } })
    if (asking === 'busy') return refuse({ ok: false, code: 'hub_busy', detail: {} })
    // Whoever may not ask is told nothing else.
    if (typeof asking === 'string') return { end: asking }
    if (refusal !== null) return refusal
    const shared = parts.shared(question, asking)
    return shared !== null ? { bytes: await shared } : { answer: await parts.door(call, question.input, asking.caller) }
  }
}

/** What can be said whoever asks; null: it is to be answered. */
function unanswerable({ services }: AnswersParts, guest: Guest, { call, input, command }: Question): Replied | null {
  if (guest.contract !== CONTRACT_VERSION)
    return refuse({ ok: false, code: 'other_version', detail: { isDeskOlder: guest.contract < CONTRACT_VERSION } })
  const [feature = '', name = ''] = call.split('.')
  if (findEntry(call) === undefined || services[feature]?.[name] === undefined)
    return refuse({ ok: false, code: 'unknown_call', detail: { call: call.slice(0, 80) } })
  if (isNestedTooDeep(input)) return refuse({ ok: false, code: 'bad_input', detail: { issues: [] } })
  return isCommand(call) && command === undefined ? badCommand('needs an id') : null
}

/** Where it is not known whether a commit arrived: a server that ends takes a moment to begin again. */
const MOST_TRIES = 4
const AGAIN_AFTER_MS = 250

async function once(
  { engine, clock, refusals, door, keeper, changed }: AnswersParts,
  guest: Guest,
  { call, input, command }: Question & { command: string },
): Promise<Replied> {
  const asked = { id: command, deskId: guest.deskId, call, at: clock.now() }
  let isPerhapsDone = false
  for (let tries = 1; ; tries += 1) {
    let isToBeCommitted = false
    const work = async (caller: Caller): Promise<LooseAnswer> => {
      const answer = await door(call, input, caller)
      isToBeCommitted = answer.ok
      return answer
    }
    try {
      const asker = () => keeper.asking(guest)
      const done = await (findEntry(call)?.isSecret === true
        ? runAgain<Caller, Unwelcome, LooseAnswer>(engine, asker, work)
        : runOnce<Caller, Unwelcome, LooseAnswer>(engine, asked, asker, work))
      if (done.kind === 'unwelcome') return { end: done.why }
      if (done.kind === 'long_ago') return badCommand('was done long ago')
      // That somebody else used it is nothing to be told.
      if (!('answer' in done)) return badCommand('was used for something else')
      if (done.answer.ok) changed(call)
      return { answer: done.answer }
    } catch (error) {
      const refusal = refusals.of(error, `${call} was not committed`)
      isPerhapsDone ||= isToBeCommitted
      if (!isPerhapsDone) return refuse(refusal)
      // The commit was on its way when the database went. Asked for again it is found done, or is done now; where neither is known, the desk asks later.
      if (tries === MOST_TRIES) return { end: 'databaseAway' }
      await wait(AGAIN_AFTER_MS * tries)
    }
  }
}

const refuse = (answer: DoorRefusal): Replied => ({ answer })

const badCommand = (message: string): Replied =>
  refuse({ ok: false, code: 'bad_input', detail: { issues: [{ path: 'command', message }] } })
