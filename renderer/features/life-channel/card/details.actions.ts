import { v7 } from 'uuid'
import type { CallerDetails } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { CaseInHand } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { partsOf, withBoth } from '../../../../shared/domain/life-channel/both-written.ts'
import { client } from '../../../lib/client.ts'
import { instantNow } from '../../../lib/now.ts'
import { isComposingNow } from '../ear/when-paused.ts'
import { cardOf, changeCard, type DetailsField, type LifeCard, noDetails } from './card-store.ts'
import { keepSending, useOutbox } from './outbox.ts'

const FIELDS = ['callback', 'address', 'remark'] as const satisfies readonly DetailsField[]

/** The first letters are stored so soon. */
const FIRST_MS = 150
/** So much a machine that fails may cost, however long somebody types on. Not each key: each time it is sealed anew, beside what was. */
const KEPT_EVERY_MS = 1_000

/** Of one case, as far as this window is concerned. */
interface Keeping {
  /** What stands on the disk, as this window knows it: what it kept there itself, and what it took over. */
  readonly stored: LifeCard['details']
  /** When that counts as written. */
  readonly storedAt: Instant | null
  /** What was written in it here since it was last kept: another window may have written in the others. */
  readonly touched: ReadonlySet<DetailsField>
  /** What the disk told last. */
  readonly told: Told | null
}
type Told = Pick<CaseInHand, 'details' | 'detailsAt'>

const keepings = new Map<Id, Keeping>()
const pauses = new Map<Id, ReturnType<typeof setTimeout>>()

const keepingOf = (caseId: Id): Keeping =>
  keepings.get(caseId) ?? { stored: noDetails, storedAt: null, touched: new Set(), told: null }

const change = (caseId: Id, changed: Partial<Keeping>): unknown =>
  keepings.set(caseId, { ...keepingOf(caseId), ...changed })

/** What the crisis team needs: in memory with each key, and stored while somebody types. */
export function changeDetails(caseId: Id, changed: Partial<LifeCard['details']>): void {
  const card = cardOf(caseId)
  if (card === undefined) return
  changeCard(caseId, { details: { ...card.details, ...changed } })
  if (card.isDrill) return
  const fields = FIELDS.filter((field) => field in changed)
  change(caseId, { touched: new Set([...keepingOf(caseId).touched, ...fields]) })
  if (!pauses.has(caseId)) keepAfter(caseId, FIRST_MS)
}

function keepAfter(caseId: Id, pauseMs: number): void {
  const keep = () => {
    pauses.delete(caseId)
    if (keepDetails(caseId)) keepAfter(caseId, KEPT_EVERY_MS)
  }
  pauses.set(caseId, setTimeout(keep, pauseMs))
}

/** What was written since it was last stored is stored now. False: nothing was. */
export function keepDetails(caseId: Id): boolean {
  const card = cardOf(caseId)
  const { touched } = keepingOf(caseId)
  if (card === undefined || touched.size === 0) return false
  change(caseId, { touched: new Set() })
  for (const field of touched) keepField(card, field)
  return true
}

function keepField({ caseId, details: told, passedOn }: LifeCard, field: DetailsField): void {
  // The others as well: a hub that is older than this takes the last row for all that is known.
  const details: CallerDetails = { ...told, passedOn: passedOn.filter((value) => isIn(told, value)) }
  const kept = { detailsId: v7(), caseId, at: instantNow() }
  const send = async () => {
    const { stored } = keepingOf(caseId)
    const seen = { [field]: stored[field] }
    const answer = await client.lifeChannel.keepDetails({ ...kept, details: { ...details, seen } })
    if (answer.ok) {
      const { stored: now, storedAt } = keepingOf(caseId)
      change(caseId, { stored: { ...now, [field]: told[field] }, storedAt: answer.value.keptAt ?? storedAt })
    }
    return answer
  }
  keepSending({ caseId, about: `details ${field}`, isAllOfIt: true, send, onStored: () => settle(caseId) })
}

const isIn = (details: LifeCard['details'], value: string) => FIELDS.some((field) => details[field].includes(value))

/** The page goes, or is out of sight: whatever is written on a card is stored at once. Answers the way to stop. */
export function keepWhenGoing(page: Window = window): () => void {
  const keep = () => {
    for (const caseId of keepings.keys()) keepDetails(caseId)
  }
  const happenings = ['beforeunload', 'pagehide', 'blur'] as const
  for (const each of happenings) page.addEventListener(each, keep)
  return () => {
    for (const each of happenings) page.removeEventListener(each, keep)
  }
}

/** The card is as the disk has it. */
export function detailsAreStored(caseId: Id, { details, detailsAt }: Told): void {
  change(caseId, { stored: fieldsOf(details), storedAt: detailsAt, told: null })
}

/** A wrong alarm took from the disk what was put there out of the words of the call: what comes again is new there. */
export const detailsAreGone = (caseId: Id): unknown => keepings.delete(caseId)

/** What another window wrote is taken over where nothing was written here; where both wrote both texts stand, and the card says so. */
export function takeUpDetails(caseId: Id, told: Told): void {
  change(caseId, { told })
  settle(caseId)
}

function settle(caseId: Id): void {
  const card = cardOf(caseId)
  const { stored, storedAt, told, touched } = keepingOf(caseId)
  if (card === undefined || told?.detailsAt == null || isUnderWay(caseId)) return
  // It was asked for before something was kept here, and is told again.
  if (storedAt !== null && told.detailsAt < storedAt) return
  // Letters that are on their way would be broken off.
  if (isComposingNow()) {
    window.addEventListener('compositionend', () => setTimeout(settle, 0, caseId), { once: true })
    return
  }
  const marks = told.details?.passedOn ?? []
  const theirs = fieldsOf(told.details)
  const [now, known, beside, toKeep] = [
    { ...card.details },
    { ...stored },
    new Set(card.besideOthers),
    new Set(touched),
  ]
  for (const field of FIELDS) {
    if (theirs[field] === stored[field]) continue
    const [before, both] = [now[field], withBoth(theirs[field], stored[field], now[field])]
    if (isBeside(before, both, marks)) beside.add(field)
    // On the disk there is room for both.
    if (both.length > LONGEST[field]) continue
    now[field] = both
    known[field] = theirs[field]
    if (both !== theirs[field]) toKeep.add(field)
  }
  change(caseId, { stored: known, storedAt: told.detailsAt, touched: toKeep })
  const passedOn = [...new Set([...card.passedOn, ...marks])].filter((value) => isIn(now, value))
  const metInWords = [...new Set([...card.metInWords, ...marks])]
  changeCard(caseId, { details: now, passedOn, metInWords, besideOthers: [...beside] })
  if (toKeep.size > 0 && !pauses.has(caseId)) keepAfter(caseId, FIRST_MS)
}

/** What is written here is not stored yet, or whether it is nobody knows: what the disk tells may be of before or of after. */
const isUnderWay = (caseId: Id): boolean =>
  useOutbox.getState().waiting.some((press) => press.caseId === caseId && press.about.startsWith('details '))

/** What was written here stands, and something beside it that a person wrote. */
function isBeside(mine: string, both: string, passedOn: readonly string[]): boolean {
  const [own, all] = [partsOf(mine), partsOf(both)]
  const others = all.filter((part) => !own.includes(part) && !passedOn.includes(part))
  return own.length > 0 && others.length > 0 && own.every((part) => all.includes(part))
}

const fieldsOf = (details: CallerDetails | null): LifeCard['details'] => {
  const { callback, address, remark } = details ?? noDetails
  return { callback, address, remark }
}
