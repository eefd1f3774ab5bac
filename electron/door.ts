import { randomBytes } from 'node:crypto'
import { findEntry } from '../shared/contract/contract.ts'
import type { DoorRefusal, Entry } from '../shared/contract/entry.ts'
import type { EarshotEvent } from '../shared/contract/events.ts'
import { FILE_INPUT_LIMIT_BYTES, INPUT_LIMIT_BYTES } from '../shared/contract/limits.ts'
import type { Asker, Caller } from '../shared/contract/services.ts'
import type { Instant } from '../shared/contract/values.ts'
import { errorCode } from './error-code.ts'
import { StaleChange } from './stale-change.ts'
import { diskFault } from './system-faults.ts'
import { whyUnfit } from './unfit-input.ts'

/** `asOf`: how it was then, as the hub is away. */
export type LooseAnswer = { ok: true; value: unknown; asOf?: Instant } | { ok: false; code: string; detail: unknown }
type LooseHandler = (input: unknown, asker: Asker) => LooseAnswer | Promise<LooseAnswer>
export type LooseServices = Readonly<Record<string, Readonly<Record<string, LooseHandler>>>>

export interface DoorParts {
  /** The services that can be asked now: all of them, or only those that need no database. */
  services(): LooseServices
  /**
   * Whether the open database is still the file on the disk; asked before work is begun and before it is acknowledged. A promise while
   * the file is being read to find out.
   */
  isDataSafe(): boolean | Promise<boolean>
  emit(event: EarshotEvent): void
  /** What is no surprise where the truth is kept: a hub's database is away. Null: it is one. Left out: everything is. */
  refusalOf?(error: unknown): DoorRefusal | null
  /** Gets the surprise and its reference; must not write what the caller sent. */
  surprise(call: string, reference: string, error: unknown): void
}

export type Door = (call: string, input: unknown, caller: Caller) => Promise<LooseAnswer>

/** The door as it stands open to one window: who sits there is known. */
export type OwnDoor = (call: string, input: unknown) => Promise<LooseAnswer>

/**
 * The one way in, for both shells and for a hub: checks who may and the input, runs the service, turns surprises into «unexpected».
 * Whether the caller is who they say is the shell's or the hub's question and already answered.
 */
export function makeDoor(parts: DoorParts): Door {
  return async (call, input, caller) => {
    const entry = findEntry(call)
    if (entry === undefined) return refuse({ ok: false, code: 'unknown_call', detail: { call: call.slice(0, 80) } })
    if (!mayAsk(entry, caller)) return refuse({ ok: false, code: 'not_allowed', detail: { needs: [...entry.who] } })
    const [feature = '', name = ''] = call.split('.')
    const handlerNow = () => parts.services()[feature]?.[name]
    let overtaken: (() => LooseAnswer | null) | null = null
    try {
      const sizeBytes = sizeOf(input)
      if (sizeBytes === null) return refuse({ ok: false, code: 'bad_input', detail: { issues: [] } })
      const limitBytes = entry.takesFile === true ? FILE_INPUT_LIMIT_BYTES : INPUT_LIMIT_BYTES
      if (sizeBytes > limitBytes) return refuse({ ok: false, code: 'too_large', detail: { limitBytes } })
      // A hostile object (getters, proxies) can make safeParse throw: inside the try on purpose.
      const parsed = entry.input.safeParse(input)
      if (!parsed.success) return refuse(whyUnfit(parsed.error.issues, input))
      const needsData = !WITHOUT_DATA.has(feature)
      // What was taken away may be put back by this, and the services are then those of another connection.
      if (needsData) await parts.isDataSafe()
      const handler = handlerNow()
      if (handler === undefined) return refuse({ ok: false, code: 'workspace_closed', detail: {} })
      const given = handler(parsed.data, caller)
      // What is done at once cannot be overtaken.
      if (given instanceof Promise) overtaken = () => whyGone(handler, handlerNow)
      const answer = await given
      const gone = overtaken?.() ?? null
      if (gone !== null) return gone
      // Never acknowledged into a file that the next start will not find.
      if (needsData && !(await parts.isDataSafe())) return refuse({ ok: false, code: 'workspace_closed', detail: {} })
      if (answer.ok && entry.changes.length > 0) parts.emit({ kind: 'changed', topics: entry.changes })
      return answer
    } catch (error) {
      if (error instanceof StaleChange) return refuse({ ok: false, code: 'stale', detail: error.detail })
      // Whatever it met on a connection that was closed under it is no fault of anybody.
      const gone = overtaken?.() ?? null
      if (gone !== null) return gone
      const foreseen = parts.refusalOf?.(error) ?? null
      if (foreseen !== null) return refuse(foreseen)
      const fault = diskFault(error)
      const reference = randomBytes(4).toString('hex').toUpperCase()
      try {
        parts.surprise(call, reference, error)
      } catch {
        // A full disk takes no log line either. The answer goes out all the same: a rejection would end the process.
      }
      if (fault === 'disk_full') return refuse({ ok: false, code: 'disk_full', detail: {} })
      if (fault === 'file_held') return refuse({ ok: false, code: 'file_held', detail: { code: errorCode(error) } })
      if (fault === 'disk_failed') return refuse({ ok: false, code: 'disk_failed', detail: { code: errorCode(error) } })
      return refuse({ ok: false, code: 'unexpected', detail: { reference } })
    }
  }
}

const mayAsk = ({ who }: Entry, { role }: Caller): boolean => role === 'trusted' || who.includes(role)

/** Another handler, or none, stands there now: the services are those of another database. */
function whyGone(asked: LooseHandler, now: () => LooseHandler | undefined): LooseAnswer | null {
  try {
    const found = now()
    if (found === asked) return null
    return refuse({ ok: false, code: found === undefined ? 'workspace_closed' : 'file_exchanged', detail: {} })
  } catch {
    // The other database cannot be worked on; what came of this call is told as it is.
    return null
  }
}

/** They answer while no database is open. */
const WITHOUT_DATA = new Set(['workspace', 'settings', 'team', 'desks', 'bringAlong'])

/** As UTF-8 bytes of JSON; null for what is none: it goes round in a circle, or is nested deeper than the stack. */
function sizeOf(input: unknown): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(input) ?? '')
  } catch {
    return null
  }
}

const refuse = (refusal: DoorRefusal): LooseAnswer => refusal
