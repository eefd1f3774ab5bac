import { findEntry, isCommand } from '../../shared/contract/contract.ts'
import type { DoorRefusal } from '../../shared/contract/entry.ts'
import type { Caller } from '../../shared/contract/services.ts'
import type { Door, LooseAnswer, LooseServices } from '../door.ts'
import type { Clock } from '../services/parts.ts'
import type { PostgresEngine } from '../storage/engine/postgres.ts'
import { runOnce } from '../storage/hub/commands.ts'
import { CONTRACT_VERSION, type Question } from '../team/wire.ts'
import type { Guest, House, Replied, Unwelcome } from './house.ts'
import type { HubRefusals } from './hub-refusals.ts'

interface AnswersParts {
  readonly engine: PostgresEngine
  readonly clock: Clock
  readonly refusals: HubRefusals
  readonly door: Door
  readonly services: LooseServices
  /** Who asks, as they are at this moment. */
  standing(guest: Guest): Promise<Caller | Unwelcome>
  /** Something was done here, by this call. */
  changed(call: string): void
}

/** Answers calls of the contract as a hub does: whoever asks is looked at anew each time, and what changes something is done once. */
export function answersOf(parts: AnswersParts): House['ask'] {
  const { clock, services } = parts
  return async (guest, question) => {
    const { call, command } = question
    const caller = await parts.standing(guest)
    if (caller === 'databaseAway') return refuse({ ok: false, code: 'offline', detail: { since: clock.now() } })
    if (caller === 'busy') return refuse({ ok: false, code: 'hub_busy', detail: {} })
    if (typeof caller === 'string') return { end: caller }
    if (guest.contract !== CONTRACT_VERSION)
      return refuse({ ok: false, code: 'other_version', detail: { isDeskOlder: guest.contract < CONTRACT_VERSION } })
    const [feature = '', name = ''] = call.split('.')
    if (findEntry(call) === undefined || services[feature]?.[name] === undefined)
      return refuse({ ok: false, code: 'unknown_call', detail: { call: call.slice(0, 80) } })
    if (!isCommand(call)) return { answer: await parts.door(call, question.input, caller) }
    if (command === undefined) return badCommand('needs an id')
    return once(parts, guest, { ...question, command }, caller)
  }
}

async function once(
  { engine, clock, refusals, door, changed }: AnswersParts,
  { deskId }: Guest,
  { call, input, command }: Question & { command: string },
  caller: Caller,
): Promise<Replied> {
  let isToBeCommitted = false
  const work = async (): Promise<LooseAnswer> => {
    const answer = await door(call, input, caller)
    isToBeCommitted = answer.ok
    return answer
  }
  try {
    const done = await runOnce(engine, { id: command, deskId, call, at: clock.now() }, work)
    if (done.kind === 'long_ago') return badCommand('was done long ago')
    // That somebody else used it is nothing to be told.
    if (!('answer' in done)) return badCommand('was used for something else')
    if (done.kind === 'done' && done.answer.ok) changed(call)
    return { answer: done.answer }
  } catch (error) {
    const refusal = refusals.of(error, `${call} was not committed`)
    // The commit was on its way when the database went: whether it arrived is known when the command is sent again.
    return isToBeCommitted ? { end: 'databaseAway' } : refuse(refusal)
  }
}

const refuse = (answer: DoorRefusal): Replied => ({ answer })

const badCommand = (message: string): Replied =>
  refuse({ ok: false, code: 'bad_input', detail: { issues: [{ path: 'command', message }] } })
