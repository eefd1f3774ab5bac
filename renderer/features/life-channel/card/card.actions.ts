import { v7 } from 'uuid'
import type { CaseAct, CheckStep, Recipient } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { CaseInHand, Origin } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { headingOf, isOther } from '../../../../shared/domain/life-channel/heading.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'
import {
  areHandsFree,
  askNoMore,
  type CallerFacts,
  calm,
  cardOf,
  changeCard,
  type LifeCard,
  noDetails,
  removeCard,
  showCard,
  useLife,
} from './card-store.ts'
import { changeDetails, detailsAreGone, detailsAreStored, keepDetails, takeUpDetails } from './details.actions.ts'
import { keepSending } from './outbox.ts'

const t = textsOf('life')

export interface Raise {
  readonly origin: Origin
  readonly facts: CallerFacts
  readonly evidence: Evidence | null
  readonly isDrill?: boolean
  /** It has the keyboard at once. */
  readonly isEngaged: boolean
}

/** The card first, from what the window knows; then the case, as soon as the disk takes it. */
export function raiseCase({ isEngaged, isDrill = false, origin, facts, evidence }: Raise): Id {
  const caseId = v7()
  const raisedAt = instantNow()
  const heard = evidence === null ? [] : [{ at: raisedAt, evidence }]
  const begun = { steps: {}, handedOver: [], details: noDetails, seen: heard.length }
  const passing = { passedOn: [], metInWords: [] }
  const card = { caseId, isDrill, origin, facts, heard, raisedAt, ...begun, ...passing }
  met?.add(caseId)
  useLife.setState(({ cards }) => ({ cards: [...cards, card] }))
  if (!isDrill) askNoMore(facts.callId)
  showCard(caseId, isEngaged)
  if (!isDrill) keepRaising(card)
  return caseId
}

function keepRaising({ caseId, origin, heard, facts: { callId }, raisedAt }: LifeCard): void {
  // The key and a note of risk open it without a word: what was heard then was heard since.
  const evidence = origin === 'detected' ? (heard[0]?.evidence ?? null) : null
  const grade = evidence?.grade ?? null
  const send = async () => {
    const answer = await client.lifeChannel.raise({ caseId, callId, origin, grade, evidence, raisedAt })
    if (answer.ok && callId !== null) changeCard(caseId, { isCallElsewhere: !answer.value.isSealed })
    return answer
  }
  keepSending({ caseId, about: 'raise', send })
}

/** The call is there from now on. A case about it may have been raised, and stored without it, while it could not be begun. */
export function callIsThere(callId: Id): void {
  const about = useLife.getState().cards.filter(({ isDrill, facts }) => !isDrill && facts.callId === callId)
  for (const card of about) keepRaising(card)
}

/** Shown at once; sent until it is stored. */
function act(caseId: Id, at: Instant, what: CaseAct, onRefused?: (code: string | undefined) => void): void {
  if (cardOf(caseId)?.isDrill === true) return
  const press = { actId: v7(), caseId, at, act: what }
  keepSending({ caseId, about: press.actId, send: () => client.lifeChannel.act(press), onRefused })
}

/** So much is kept of what one call says; a graver danger, or another one, always is. */
const MOST_HEARD = 60

const headingWith = ({ origin, heard }: LifeCard, ...more: readonly Evidence[]) =>
  headingOf(origin, [...heard.map(({ evidence }) => evidence), ...more])

/** Whether this makes the case graver than all that was heard for it. */
export const isGraver = (card: LifeCard, evidence: Evidence): boolean =>
  headingWith(card, evidence).grade !== headingWith(card).grade

/** The call goes on: the card tells it where it is, open or folded, and opens for nobody a second time. */
export function hearMore(caseId: Id, evidence: Evidence): void {
  const card = cardOf(caseId)
  if (card === undefined) return
  const at = instantNow()
  const heard = [...card.heard, { at, evidence }]
  const isNews = isOther(headingWith(card), headingWith(card, evidence))
  if (!isNews && heard.length > MOST_HEARD) return
  const isInSight = useLife.getState().shownId === caseId
  changeCard(caseId, { heard, ...(isInSight ? { seen: heard.length } : {}) })
  act(caseId, at, { what: 'heard', evidence })
}

/** A step with the time at which it was done; pressed again it was not. */
export function toggleStep(caseId: Id, step: CheckStep): void {
  const steps = { ...cardOf(caseId)?.steps }
  const isDone = steps[step] !== undefined
  const at = instantNow()
  if (isDone) delete steps[step]
  else steps[step] = at
  changeCard(caseId, { steps })
  act(caseId, at, { what: isDone ? 'step_back' : 'step', step })
}

/** A slip is noticed so soon; later, the same are called once more. */
const RIGHT_AWAY_MS = 10_000

/** Somebody takes over, with the time. Pressed again right away it was a slip. */
export function handOver(caseId: Id, to: Recipient, name: string | null): void {
  const handedOver = cardOf(caseId)?.handedOver ?? []
  const last = handedOver.at(-1)
  const at = instantNow()
  if (last?.to === to && last.name === name && msOf(at) - msOf(last.at) < RIGHT_AWAY_MS) {
    changeCard(caseId, { handedOver: handedOver.slice(0, -1) })
    act(caseId, at, { what: 'handed_back' })
    return
  }
  changeCard(caseId, { handedOver: [...handedOver, { to, name, at }] })
  act(caseId, at, { what: 'handed_over', to, name })
}

/** A wrong alarm, in one key; as easily it was none. */
export function dismissCase(caseId: Id): void {
  const card = cardOf(caseId)
  if (card === undefined) return
  keepDetails(caseId)
  removeCard(caseId)
  if (card.isDrill) return
  rememberWrong(card)
  act(caseId, instantNow(), { what: 'dismissed' }, (code) => {
    bringBack(card)
    if (code === 'taken_over') notify({ tone: 'info', title: () => t('cases.takenOver') })
  })
  notifySuccess(() => t('dismissed'), { hint: () => t('dismissedHint'), undo: () => restoreCase(card) })
}

/** It comes back with the red key, and its words are nothing from now on. */
function rememberWrong(card: LifeCard): void {
  useLife.setState({ dismissed: { card, at: instantNow() } })
  calm(
    card.facts.callId,
    card.heard.map(({ evidence }) => evidence),
  )
}

/** Also where the wrong alarm was refused: the card says that it is not stored. */
function bringBack(card: LifeCard): void {
  useLife.setState({ dismissed: null })
  askNoMore(card.facts.callId)
  const back = { ...card, backAt: instantNow() }
  if (cardOf(card.caseId) === undefined) useLife.setState(({ cards }) => ({ cards: [...cards, back] }))
  showCard(card.caseId, areHandsFree())
}

/** It was none after all. */
export function restoreCase(card: LifeCard): void {
  bringBack(card)
  // Its call may have begun meanwhile; what stands again seals the call that it is of.
  keepRaising(card)
  act(card.caseId, instantNow(), { what: 'restored' })
  // What was passed on went with the wrong alarm.
  detailsAreGone(card.caseId)
  changeDetails(card.caseId, Object.fromEntries(Object.entries(card.details).filter(([, told]) => told !== '')))
}

/** Cases that this window had, whatever became of them; null until it is told of those in hand. */
let met: Set<Id> | null = null

/** Cases that were in hand when the window or the machine went: folded, each as it was. */
export function takeUpCases(inHand: readonly CaseInHand[]): void {
  met = null
  takeUpRaised(inHand)
}

/** Those that another window or desk raised since: what they tell is asked about here no more. Of its own this window knows better than the disk, but for what others write on the card. */
export function takeUpRaised(inHand: readonly CaseInHand[]): void {
  met ??= new Set(useLife.getState().cards.map(({ caseId }) => caseId))
  const before = met
  const standing = inHand.filter(({ case: { state } }) => state !== 'dismissed')
  for (const one of standing) if (before.has(one.case.id)) takeUpDetails(one.case.id, one)
  const fresh = standing.filter(({ case: { id } }) => !before.has(id))
  for (const { case: one } of inHand) before.add(one.id)
  for (const one of fresh) detailsAreStored(one.case.id, one)
  if (fresh.length > 0) useLife.setState((life) => ({ cards: [...life.cards, ...fresh.map(cardFrom)] }))
}

/** The hub sealed by now what another desk heard. */
export function noticeSeals(inHand: readonly CaseInHand[]): void {
  for (const { case: one, elsewhere } of inHand)
    if (elsewhere?.isSealed === true && cardOf(one.id)?.isCallElsewhere === true)
      changeCard(one.id, { isCallElsewhere: false })
}

/** Somebody called it wrong elsewhere, in another window: a card of it would say that its call is sealed. Since it was brought back here it is none. */
export function leaveDismissed(inHand: readonly CaseInHand[]): void {
  for (const { case: one } of inHand) {
    const card = cardOf(one.id)
    const saidAt = one.verdicts.at(-1)?.at
    if (one.state !== 'dismissed' || card === undefined || saidAt === undefined) continue
    if (msOf(saidAt) <= msOf(card.backAt ?? card.raisedAt)) continue
    removeCard(one.id)
    rememberWrong(card)
    notify({ tone: 'info', title: () => t('dismissedElsewhere'), undo: () => restoreCase(card) })
  }
}

/** What is heard beside what opens a card is heard in the same moment. */
const SAME_MOMENT_MS = 1_000

/** Who pressed something on a card saw it then. What was heard since may never have been in sight. */
const lastLookAt = ({ raisedAt, steps, handedOver }: CaseInHand['case']): number =>
  Math.max(msOf(raisedAt) + SAME_MOMENT_MS, ...[...steps, ...handedOver].map(({ at }) => msOf(at)))

const cardFrom = ({ case: one, details, heard, elsewhere }: CaseInHand): LifeCard => {
  const { passedOn = [], ...told } = details ?? noDetails
  return {
    ...{ caseId: one.id, isDrill: false, origin: one.origin, heard, raisedAt: one.raisedAt },
    seen: heard.filter(({ at }) => msOf(at) <= lastLookAt(one)).length,
    facts: {
      callId: one.callId ?? elsewhere?.callId ?? null,
      callNumber: one.callNumber,
      callStartedAt: null,
      reference: null,
      seatNumber: null,
      roomId: null,
    },
    isCallElsewhere: elsewhere?.isSealed === false,
    steps: Object.fromEntries(one.steps.map(({ step, at }) => [step, at])),
    handedOver: one.handedOver,
    details: told,
    passedOn,
    metInWords: passedOn,
  }
}
