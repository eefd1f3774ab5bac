import { type ToPassOn, toPassOn } from '../../../shared/domain/life-channel/to-pass-on.ts'
import { labelOf } from '../../../shared/domain/listening/masking/across-lines.ts'
import { foldSigns, foldSpokenDigits } from '../../../shared/domain/listening/masking/folding.ts'

/** `line`: the one with which it was told to its end. */
export interface ToldInLine extends ToPassOn {
  readonly line: number
}

/** A line as it is stored: of which of what was said, masked by itself, with what the others tell, and by whom it was said. */
interface StoredLine {
  readonly of: number
  readonly alone: string
  readonly stored: string
  readonly by: Parameters<typeof labelOf>[0]
}

/** What a company answers at: told by its agent it is nobody's to call back. */
const isHotline = (value: string): boolean => /^(?:[48]00\d{7}|9[56]\d{3})$/u.test(value.replaceAll(/\D/gu, ''))

/** A number that is told in pieces has begun so few lines before, and ends so few lines behind. */
const LINES_OF_A_NUMBER = 6

/** Numbers to call back and addresses that the masks hid in what was said, each once, where it was told first. */
export function toldInLines(said: readonly string[], lines: readonly StoredLine[]): ToldInLine[] {
  const ofEach = said.map((text) => ({ text, label: '', line: 0, alone: '', isCut: false, isOfAgent: false }))
  for (const [line, { of, alone, stored, by }] of lines.entries()) {
    const one = ofEach[of]
    if (one === undefined) continue
    one.line = line
    one.label = labelOf(by)
    one.isOfAgent = by?.speaker === 'agent'
    one.alone += alone
    one.isCut ||= stored !== alone
  }
  const isHidden = ({ text, alone, isCut }: { text: string; alone: string; isCut: boolean }) => alone !== text || isCut
  const met = new Set<string>()
  const isNew = (value: string) => !met.has(value) && met.add(value).size > 0
  return ofEach.flatMap((one, of) => {
    const upTo = ofEach.slice(Math.max(0, of - LINES_OF_A_NUMBER), of + 1)
    if (!isHidden(one) && !(upTo.some(isHidden) && saysDigit(one.text))) return []
    const found = toldTo(upTo)
    // Half an identity card may pass for a number, until what is told on says what it was.
    const whole = toldTo([...upTo, ...ofEach.slice(of + 1, of + 1 + LINES_OF_A_NUMBER)]).callbacks
    const endsHere = (value: string) => one.text.includes(value.split(' ').at(-1) ?? value)
    const numbers = found.callbacks.filter(
      (value) => endsHere(value) && whole.some((told) => told.includes(value)) && !(one.isOfAgent && isHotline(value)),
    )
    const [callbacks, addresses] = [numbers.filter(isNew), found.addresses.filter(isNew)]
    return callbacks.length + addresses.length === 0 ? [] : [{ line: one.line, callbacks, addresses }]
  })
}

const saysDigit = (text: string): boolean => /\d/u.test(foldSpokenDigits(foldSigns(text)))

interface SaidBy {
  readonly label: string
  readonly text: string
}

/** With what the lines before begin. Who says each tells more than the bare lines, where that is known. */
function toldTo(last: readonly SaidBy[]): ToPassOn {
  const [bare, labelled] = [
    toPassOn(last.map(({ text }) => text).join('\n')),
    toPassOn(last.map(({ label, text }) => `${label}${text}`).join('\n')),
  ]
  const inOneLine = (told: string) =>
    last.reduce((line, { label }) => line.replaceAll(`\n${label}`, ' '), told).replaceAll('\n', ' ')
  const { callbacks, addresses } = labelled.callbacks.length < bare.callbacks.length ? bare : labelled
  return { callbacks: callbacks.map(inOneLine), addresses: addresses.map(inOneLine) }
}
