import { findPhonesAbroad, findPhonesBehindCode } from './abroad.ts'
import { findPhonesOfAbroad } from './abroad-at-home.ts'
import { addressesInParts } from './address-in-parts.ts'
import { addressesBehindDistricts, wholeAddresses } from './address-rest.ts'
import { addressesTold } from './address-told.ts'
import { findBankAccounts, findCardsInAnyRhythm } from './bank-account.ts'
import { findBankCards } from './bank-card.ts'
import { findBegunIds } from './begun-id.ts'
import { findChatNames } from './chat-name.ts'
import { findCompanyNumbers } from './company-rules.ts'
import { findCorrected, findDictated } from './dictated.ts'
import { type DigitSegment, digitSegments, withoutSpans } from './digit-segments.ts'
import { findDocuments } from './documents.ts'
import { findDoorCodes } from './door-code.ts'
import { findEightDigits } from './eight-digits.ts'
import { findEmails } from './email.ts'
import { findEnglishAddresses } from './english-address.ts'
import { englishAddressesTold } from './english-address-told.ts'
import { foldSigns, foldSpokenDigits } from './folding.ts'
import { findGluedNumbers } from './glued-numbers.ts'
import { findHotlines } from './hotline.ts'
import { findIdCards } from './id-card.ts'
import { findIdsInTalk } from './id-in-talk.ts'
import { findLandlines } from './landline.ts'
import { LOCAL_PART } from './local-part.ts'
import { inPieces } from './mask-in-pieces.ts'
import { mayHoldPersonalData } from './may-hold.ts'
import { isNamesAlone } from './names-alone.ts'
import { findToldAgain } from './number-told-again.ts'
import { findNumbersApart } from './numbers-apart.ts'
import { findOneTimeCodes } from './one-time-code.ts'
import { findPapersAbroad } from './papers-abroad.ts'
import { findNames, namesWithoutDigits } from './person-name.ts'
import { findPhones } from './phone.ts'
import { placesTold } from './place-told.ts'
import { findPlates } from './plate.ts'
import { findPlatesAbroad } from './plate-abroad.ts'
import { findPlatesTold } from './plate-told.ts'
import { findPostcodes } from './postcode.ts'
import { findReadOut, type Said } from './read-out.ts'
import { blankRecited } from './recited.ts'
import { mayRest, type Retelling, retell } from './retelling.ts'
import { foldSaidAt } from './said-at.ts'
import { apartFrom, type Detector, outermost, type PersonalDataKind, type Span } from './span.ts'
import { findAddresses } from './street-address.ts'
import { blankStamps, withoutStamps } from './time-stamps.ts'
import { findToldCodes } from './told-code.ts'
import { findEmailsInPieces, findToldEmails } from './told-email.ts'
import { findToldFromEnd, findToldInPieces } from './told-in-pieces.ts'
import { inLines } from './turn.ts'
import { joinTurns } from './turns.ts'

export type MaskedText = {
  text: string
  /** What was masked just now, kinds in a fixed order; empty for a text that is clean. Never the data itself. */
  found: { kind: PersonalDataKind; count: number }[]
}

/** The more certain first: what one has found, the next ones leave alone. */
export const DETECTORS: Detector[] = [
  findEmails,
  findGluedNumbers,
  findIdCards,
  findBankCards,
  findCardsInAnyRhythm,
  findBegunIds,
  findPhonesAbroad,
  findPhones,
  findHotlines,
  findLandlines,
  findPhonesOfAbroad,
  findEightDigits,
]
export const WORDS_WITH_DIGITS = [
  findBankAccounts,
  findIdsInTalk,
  findDocuments,
  findPapersAbroad,
  findPlates,
  findChatNames,
  findOneTimeCodes,
  findDoorCodes,
  findToldCodes,
  findPhonesBehindCode,
  findToldInPieces,
  findPlatesAbroad,
  findPlatesTold,
  findToldEmails,
  findNumbersApart,
]
const KINDS: PersonalDataKind[] = [
  ...(['email', 'id_card', 'bank_card', 'phone', 'landline', 'passport'] as const),
  ...(['permit', 'plate', 'chat', 'code', 'name', 'address', 'company'] as const),
]
const NUMBERS = new Set<PersonalDataKind>(['id_card', 'bank_card', 'phone', 'landline', 'passport', 'permit'])
/** A digit outside the basic plane takes two units, and half of one is no text; marks make a digit a key: 1️⃣. */
const REST_OF_DIGIT = /^[\udc00-\udfff]?[\p{Mn}\p{Me}]*/u
const LONGEST_REST = 4
const WORTH_LOOKING = /[0-9@]/

/**
 * By the rules alone: for what is written by the machine, and for words that were masked when they were written down and go on from there.
 * Takes time in proportion to the text's length, whatever the text. Masking a masked text changes nothing.
 */
export const maskedByRules = (text: string): MaskedText => toldKinds(maskByRules(text))

/** What was masked, without the places. */
export function toldKinds({ text, spans }: Masked): MaskedText {
  if (spans.length === 0) return { text, found: [] }
  const counts = KINDS.map((kind) => ({
    kind,
    count: spans.filter((span) => span.kind === kind && !span.isRest).length,
  }))
  return { text, found: counts.filter(({ count }) => count > 0) }
}

/** By the rules of the company alone: of words that were masked where those are not at hand. */
export function maskCompanyNumbers(text: string): string {
  const spans = outermost(findCompanyNumbers(foldSpokenDigits(foldSigns(text))))
  return spans.length === 0 ? text : withMasks(text, 0, spans).text
}

/** A text with its masks, the caret at the same words, and what was masked: places of the text as it was. */
export type Masked = { text: string; caret: number; spans: Span[] }

/** What can be told by how it is written and by the words that say what it is. Takes time in proportion to the text. */
export function maskByRules(
  text: string,
  caret = 0,
  detectors?: readonly Detector[],
  stages = detectors === undefined ? STAGES : STAGES_OF_REFERENCES,
): Masked {
  let written: Masked = { text, caret, spans: [] }
  if (detectors === undefined && isNamesAlone(text)) return written
  if (!mayHoldPersonalData(text))
    return detectors === undefined ? withFound(written, outermost(namesWithoutDigits(text))) : written
  let heard = reading(text)
  for (const find of stages) {
    const found = find(heard, detectors ?? DETECTORS)
    if (found.length === 0) continue
    written = withFound(written, found)
    heard = reading(written.text)
  }
  if (detectors !== undefined) return written
  return withFound(written, findToldAgain(heard.spoken, wholeNumbers(text, written.spans)))
}

/** `found` in the text as it is written by now; all spans are places of the text as it was. */
export function withFound(written: Masked, found: Span[]): Masked {
  if (found.length === 0) return written
  const next = withMasks(written.text, written.caret, found)
  const spans = [...written.spans, ...placedInFrontOfMasks(next.spans, written.spans)]
  return { ...next, spans: spans.sort((a, b) => a.start - b.start) }
}

/** The digits of each number that is masked, with those of its later pieces. */
function wholeNumbers(text: string, spans: readonly Span[]): string[] {
  const whole: string[] = []
  for (const { kind, start, end, isRest } of spans)
    if (NUMBERS.has(kind)) {
      const digits = digitsOf(text, start, end)
      if (isRest) whole.push(`${whole.pop() ?? ''}${digits}`)
      else whole.push(digits)
    }
  return whole
}

const digitsOf = (text: string, start: number, end: number): string =>
  foldSpokenDigits(foldSigns(text.slice(start, end))).replace(/\D/g, '')

/** A text as it is written, with its spoken digits as plain ones, and with numbers retold that have more signs than digits. */
interface Reading {
  /** With the times that lines of a transcript begin with. */
  readonly timed: string
  readonly folded: string
  readonly spoken: string
  readonly told: Retelling | null
  /** The same with a dash where somebody rested between groups: oh one oh, six nine three eight. */
  readonly rested: Retelling | null
}

export function reading(text: string): Reading {
  const timed = foldSigns(text)
  const folded = blankRecited(blankStamps(timed))
  const spoken = foldSpokenDigits(folded)
  const told = retell(spoken)
  const rested = told !== null && mayRest(spoken) ? retell(spoken, 'with_rests') : null
  return { timed, folded, spoken, told: told && { ...told, text: foldSaidAt(told.text) }, rested }
}

/** One after the other, for what one has masked the next need not look through; each finds places in order, none of them twice. */
type Stage = (reading: Reading, detectors: readonly Detector[]) => Span[]

const STAGES_OF_NUMBERS: readonly Stage[] = [
  ({ folded }, detectors) => findIn(folded, detectors),
  ({ folded, spoken }, detectors) =>
    spoken === folded
      ? []
      : findIn(spoken, detectors, saidIn(folded, spoken)).flatMap((span) => asWritten(folded, span)),
  ({ folded, told }, detectors) =>
    told === null
      ? []
      : findIn(told.text, detectors, saidIn(folded, told.text, told.inTold)).flatMap((span) =>
          asWritten(folded, placeOf(told, span)),
        ),
  ({ folded, rested }, detectors) =>
    rested === null
      ? []
      : findIn(rested.text, detectors, saidIn(folded, rested.text, rested.inTold)).map((span) => placeOf(rested, span)),
]
/** What the words beside it say it is: a passport, a plate, a code, a chat name. */
export const byWords: Stage = ({ spoken, told }) => {
  const text = told?.text ?? spoken
  const found = outermost(WORDS_WITH_DIGITS.flatMap((find) => find(text)))
  return told === null ? found : outermost(found.map((span) => placeOf(told, span)))
}
const ofCompany: Stage = ({ spoken }) => outermost(findCompanyNumbers(spoken))
export const STAGES_OF_REFERENCES: readonly Stage[] = [ofCompany, ...STAGES_OF_NUMBERS]
export const STAGES: readonly Stage[] = [
  ofCompany,
  ({ timed }) => findBetweenStamps(timed),
  ({ folded }) => findAcrossTurns(folded),
  ({ spoken, told }) => {
    const text = told?.text ?? spoken
    const found = outermost([...findToldFromEnd(text), ...findEmailsInPieces(text)])
    return told === null ? found : outermost(found.map((span) => placeOf(told, span)))
  },
  ...STAGES_OF_NUMBERS,
  byWords,
  ({ folded, told }) => {
    const inWords = [findEnglishAddresses, englishAddressesTold, placesTold, findPostcodes]
    const said = told === null ? [] : inWords.flatMap((find) => find(told.text))
    const ways = [...findPostcodes(folded), ...said.map((span) => (told === null ? span : placeOf(told, span)))]
    const places = [
      ...findAddresses(folded),
      ...addressesInParts(folded),
      ...addressesBehindDistricts(folded),
      ...addressesTold(folded),
      ...englishAddressesTold(folded),
      ...placesTold(folded),
      ...ways,
    ]
    return outermost([...wholeAddresses(folded, places), ...findNames(folded)])
  },
]

/** Of a transcript what is told over lines that begin with their time. */
function findBetweenStamps(timed: string): Span[] {
  const told = withoutStamps(timed)
  return told === null ? [] : maskByRules(told.text).spans.map((span) => placeOf(told, span))
}

/** What is told over several turns of a talk; what was said between stays. */
export function findAcrossTurns(folded: string): Span[] {
  const found = acrossTurnsOf(folded)
  const lines = inLines(folded)
  if (lines === folded) return found
  // By the lines as they stand first: the word for a number may stand in front of who speaks.
  return [...found, ...apartFrom(acrossTurnsOf(lines), found)].sort((a, b) => a.start - b.start)
}

const acrossTurnsOf = (folded: string): Span[] =>
  joinTurns(folded).flatMap(({ start: from, told, between, numbers }) => {
    const found = maskByRules(told.text).spans.map((span) => {
      const { start, end } = placeOf(told, span)
      return { ...span, start: start + from, end: end + from }
    })
    const rest = apartFrom(numbers, found).map(
      ({ start, end, digits }): Span => ({ ...{ kind: 'landline', start, end }, mask: `****${digits.slice(-4)}` }),
    )
    return [...found, ...rest].sort((a, b) => a.start - b.start).flatMap((span) => inPieces(folded, span, between))
  })

const placeOf = ({ inTold }: Retelling, span: Span): Span => ({
  ...span,
  start: inTold(span.start, false),
  end: inTold(span.end, true),
})

/** Said is each digit of a reading that was told in other signs. */
const saidIn = (folded: string, text: string, inTold = (place: number, _isEnd: boolean): number => place): Said => ({
  digits: (start, end) => {
    let count = 0
    for (let place = start; place < end; place++)
      if (/[0-9]/.test(text.charAt(place)) && folded.charAt(inTold(place, false)) !== text.charAt(place)) count++
    return count
  },
  words: (start, end) => folded.slice(inTold(start, false), inTold(end, true)),
})

/** Where spans of a masked text stood before it was masked. Both are in order. */
function placedInFrontOfMasks(spans: Span[], masked: Span[]): Span[] {
  let shift = 0
  let next = 0
  return spans.map((span) => {
    for (
      let before = masked[next];
      before !== undefined && before.end <= span.start + shift + grown(before);
      before = masked[next]
    ) {
      shift += grown(before)
      next++
    }
    return { ...span, start: span.start + shift, end: span.end + shift }
  })
}

/** How much longer a text was before this was masked. */
const grown = ({ start, end, mask }: Span): number => end - start - mask.length

/** 三 is a digit of a number, and a sign of a name: an address keeps its own first sign, and is none for a numeral alone. */
function asWritten(folded: string, span: Span): Span[] {
  if (span.kind !== 'email') return [span]
  const isName = ![...folded.slice(span.start, span.end)].some((sign) => LOCAL_PART.test(sign))
  return isName ? [] : [{ ...span, mask: `${folded.charAt(span.start)}${span.mask.slice(1)}` }]
}

function findIn(folded: string, detectors: readonly Detector[], said?: Said): Span[] {
  if (!WORTH_LOOKING.test(folded)) return []
  let free: DigitSegment[] = digitSegments(folded)
  const found: Span[] = []
  const all = [findCorrected, ...detectors, ...(said === undefined ? [] : [findDictated(said), findReadOut(said)])]
  for (const detect of all) {
    const spans = detect(folded, free)
    found.push(...spans)
    free = withoutSpans(free, spans)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Masks instead of what they stand for; the spans are in order, and answered with their true ends. */
export function withMasks(text: string, caret: number, spans: Span[]): { text: string; caret: number; spans: Span[] } {
  const pieces: string[] = []
  let copiedTo = 0
  let length = 0
  let newCaret: number | null = null
  const applied: Span[] = []
  for (const span of spans) {
    const { start, end: endOfDigits, mask } = span
    const end = endOfDigits + (REST_OF_DIGIT.exec(text.slice(endOfDigits, endOfDigits + LONGEST_REST))?.[0].length ?? 0)
    if (newCaret === null && caret <= start) newCaret = length + caret - copiedTo
    pieces.push(text.slice(copiedTo, start), mask)
    applied.push({ ...span, end })
    length += start - copiedTo + mask.length
    copiedTo = end
    if (newCaret === null && caret < end) newCaret = length
  }
  pieces.push(text.slice(copiedTo))
  return { text: pieces.join(''), caret: newCaret ?? length + Math.max(0, caret - copiedTo), spans: applied }
}
