import learned from '../../../../../resources/masking/tagger.json' with { type: 'json' }
import { saysGoods, saysOrderOfRow, speaksOfFigures, startOfRow } from '../cue.ts'
import { hasSteps, isCounted, isTimeOrVersion } from '../figures.ts'
import { foldSigns, foldSpokenDigits } from '../folding.ts'
import { maskByRules } from '../mask-by-rules.ts'
import { MASK_FORMS, mayHoldMask } from '../mask-forms.ts'
import { isTitle } from '../name-forms.ts'
import { PROVINCES } from '../plate.ts'
import { outermost, type Span } from '../span.ts'
import type { Piece } from './pieces.ts'
import type { SequenceModel } from './sequence-model.ts'
import { type Tagged, taggedIn } from './tagged.ts'
import { maskOfTagged } from './tagged-masks.ts'
import { taggerOf } from './written-tagger.ts'

/** Found so that of two hundred ordinary lines of somebody it never read less than one is touched. */
const LEAST_SURETY = 0.9

/** Made when a process begins, of less than half a megabyte: ten milliseconds, and no key waits for them. */
const shipped: SequenceModel = taggerOf(learned)

/**
 * What the words around say is personal, and the rules did not know: told by a model that learned it from lines of many writers (decision 0082). What is
 * masked already, or in part, stays as the rules left it. `byRules`: what they masked. Places of the text with its masks, in order.
 */
export function findTagged(text: string, byRules: readonly Span[], model: SequenceModel = shipped): Span[] {
  const found = placesOf(text, () => byRules, model)
  return found.length === 0 ? [] : placedBehindMasks(found, outermost(byRules))
}

/**
 * A draft with stars for every sign of what is found, and with those of `hidden`, which the rules set while something is being typed and is asked for only when
 * there is something: as many signs as before.
 */
export function starTagged(text: string, hidden: () => string): string {
  const found = placesOf(text, () => maskByRules(text).spans, shipped)
  if (found.length === 0) return text
  const typed = hidden()
  const apart = found.filter(({ start, end }) => typed.slice(start, end) === text.slice(start, end))
  if (apart.length === 0) return text
  const units = typed.split('')
  for (const { start, end } of apart)
    for (let place = start; place < end; place++) if (/\S/.test(text.charAt(place))) units[place] = '*'
  return units.join('')
}

function placesOf(text: string, spansByRules: () => readonly Span[], model: SequenceModel): Span[] {
  const tags = taggedIn(text, model).filter(({ surety }) => surety >= LEAST_SURETY)
  if (tags.length === 0) return []
  const masked = outermost([...spansByRules(), ...masksIn(text)])
  return tags.flatMap((tag) => spansOf(text, tag, masked))
}

function spansOf(text: string, tag: Tagged, masked: readonly Piece[]): Span[] {
  // The rest of a name stands behind its mask.
  const apart = tag.tag === 'name' ? 2 : 0
  const isTaken = masked.some(({ start, end }) => start < tag.end + apart && end > tag.start - apart)
  const whole = isTaken ? null : trimmed(text, tag)
  return whole === null || isNobodys(text, tag.tag, whole) ? [] : maskOfTagged(text, tag.tag, whole)
}

const NUMBERS: readonly Tagged['tag'][] = ['number', 'paper', 'plate', 'code']
const OF_WORDS: readonly Tagged['tag'][] = ['name', 'chat', 'email']
/** one hundred thirty-eight yuan, double check the price: no address or name is told so without a word for a sign. */
const COUNTED =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|double|triple|half|zero|hundred)(?:[\s,-]|$)/i
const SIGN_SAID = /[@_.]|(?<![a-z])(?:at|dot|underscore|dash|hyphen)(?![a-z])/i
/** Of a note or a call of ours, as the log and links name it. */
const OWN_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const LONGEST_ID = 36
/** Things have names as well. */
const OF_THINGS = /(?:file|product|host|domain|brand|model|style|item|shop|store|app)\s?names?\s?[:：]?\s*$/i
const LONGEST_CUE = 16
/** 2780×1264, M 160-165. */
const OF_SIZES = /\d{2,}\s?[×xX]\s?\d{2,}|[SML] ?\d{2,3}[-~]\d{2,3}/
const BEGINS_WITH_TOWN = new RegExp(`^[${PROVINCES}]`, 'u')
const FEWEST_OF_PLATE = 4
const PENCE = /^\d{1,4}\.\d{1,2}$/
/** π, degrees of a map: a fraction told exactly. No phone that begins with 13 to 17 and has a point in it. */
const EXACT = /^(?!1\.?[3-7][\d.]{9,10}$)(?:\d{1,2}|1[0-7]\d)\.\d{3,12}$/
const LONGEST_EXACT = 20
/** A key that was held down, or a long laugh. */
const ONE_LETTER = /^(\p{L})\1*$/iu

/** What the rules know to be of an order or of goods, a figure or a time, whatever the words around make likely. */
function isNobodys(text: string, tag: Tagged['tag'], { start, end }: Piece): boolean {
  if (OWN_ID.test(text.slice(Math.max(0, start - LONGEST_ID), end + LONGEST_ID))) return true
  if (ONE_LETTER.test(text.slice(start, end))) return true
  if (OF_WORDS.includes(tag) && COUNTED.test(text.slice(start, end)) && !SIGN_SAID.test(text.slice(start, end)))
    return true
  if (tag === 'name')
    return (
      OF_THINGS.test(text.slice(Math.max(0, start - LONGEST_CUE), start)) || isTitle(text, { start: start + 1, end })
    )
  if (!NUMBERS.includes(tag)) return false
  const folded = foldSigns(text)
  const words = folded.slice(start, end)
  const isSaid = [saysOrderOfRow, saysGoods, speaksOfFigures].some((says) => says(folded, start))
  return (
    isSaid ||
    isCounted(folded, end) ||
    isTimeOrVersion(words) ||
    OF_SIZES.test(words) ||
    isRowOfSteps(folded, start, end) ||
    (tag === 'plate' && isNoPlate(words)) ||
    PENCE.test(words) ||
    EXACT.test(figureAt(folded, start))
  )
}

/** The whole row, of which the model may have taken a part for a number. */
const isRowOfSteps = (text: string, start: number, end: number): boolean =>
  hasSteps(text.slice(startOfRow(text, start), end).split(/[\s,，、/]+/))

/** 川A 粤B: towns, and no car of theirs. */
const isNoPlate = (words: string): boolean =>
  BEGINS_WITH_TOWN.test(words) && (foldSpokenDigits(words).match(/[A-Z\d]/gi)?.length ?? 0) < FEWEST_OF_PLATE

/** The digits and points that one of them stands among. */
const figureAt = (text: string, place: number): string =>
  (/[\d.]*$/.exec(text.slice(Math.max(0, place - LONGEST_EXACT), place))?.[0] ?? '') +
  (/^[\d.]*/.exec(text.slice(place, place + LONGEST_EXACT))?.[0] ?? '')

/** Without the spaces and the punctuation at its ends. */
function trimmed(text: string, { start, end }: Piece): Piece | null {
  const words = text.slice(start, end)
  const first = words.search(/[\p{L}\p{N}]/u)
  if (first < 0) return null
  const last = /[\p{L}\p{N}\p{M}][^\p{L}\p{N}\p{M}]*$/u.exec(words)?.index ?? words.length - 1
  const isPair = /^[\ud800-\udbff]/.test(words.slice(last))
  return { start: start + first, end: start + last + (isPair ? 2 : 1) }
}

const masksIn = (text: string): Piece[] =>
  mayHoldMask(text)
    ? [...foldSigns(text).matchAll(MASK_FORMS)].map(({ 0: mask, index }) => ({
        start: index,
        end: index + mask.length,
      }))
    : []

/** From places of a text to those of the same with masks in it. Both are in order, and none lies in another. */
function placedBehindMasks(found: readonly Span[], masks: readonly Span[]): Span[] {
  let [shift, next] = [0, 0]
  return found.map((span) => {
    for (let mask = masks[next]; mask !== undefined && mask.end <= span.start; mask = masks[++next])
      shift += mask.mask.length - (mask.end - mask.start)
    return { ...span, start: span.start + shift, end: span.end + shift }
  })
}
