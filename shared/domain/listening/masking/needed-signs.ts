/** What a part of a pattern cannot match without: one of these signs; null where anything may do. */
type Needed = ReadonlySet<number> | null

/** Larger sets are in most texts anyway. */
const MOST_SIGNS = 120
const [DIGITS, LONG_S, KELVIN] = ['0123456789', 0x17f, 0x212a]

/**
 * The signs of which a text must have one for a pattern to match it anywhere: of each way through the pattern the rarest that lies on it, said of it by what stands
 * in front of and behind it as well. Null where there is a way without any. Rather null than too few: what is not known here may be anything.
 */
export function neededSigns({ source, ignoreCase, unicodeSets }: RegExp): Needed {
  if (unicodeSets) return null
  const reader: Reader = { source, ignoreCase, at: 0 }
  const needed = ofAlternatives(reader)
  return reader.at === source.length && needed !== null && needed.size <= MOST_SIGNS ? needed : null
}

interface Reader {
  readonly source: string
  readonly ignoreCase: boolean
  at: number
}

/** Up to the end of the group or of the pattern. */
function ofAlternatives(reader: Reader): Needed {
  let all: Set<number> | null = new Set()
  do {
    const one = ofSequence(reader)
    if (one === null) all = null
    else for (const sign of one) all?.add(sign)
  } while (skipped(reader, '|'))
  return all
}

function ofSequence(reader: Reader): Needed {
  let best: Needed = null
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    const needed = ofTerm(reader)
    const isNeeded = mustBeThere(reader)
    if (isNeeded && needed !== null && (best === null || commonness(needed) < commonness(best))) best = needed
  }
  return best
}

function ofTerm(reader: Reader): Needed {
  const sign = reader.source.charAt(reader.at++)
  switch (sign) {
    case '(':
      return ofGroup(reader)
    case '[':
      return ofClass(reader)
    case '\\':
      return ofEscape(reader)
    case '^':
    case '$':
    case '.':
      return null
    default:
      return signsOf(reader, sign)
  }
}

function ofGroup(reader: Reader): Needed {
  const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? ''
  // Of a kind that is not known here: the rest is not read.
  if (kind === '' && reader.source.charAt(reader.at) === '?') reader.at = reader.source.length
  reader.at += kind.length
  const needed = ofAlternatives(reader)
  reader.at++
  return kind.endsWith('!') ? null : needed
}

/** Of whole classes only digits are told sign by sign. */
function ofEscape(reader: Reader): Needed {
  const sign = reader.source.charAt(reader.at++)
  if (sign === 'd') return signsOf(reader, DIGITS)
  if (sign === 'n') return signsOf(reader, '\n')
  if (sign === 't') return signsOf(reader, '\t')
  if (/[a-z0-9]/i.test(sign)) {
    skipRestOfEscape(reader, sign)
    return null
  }
  return signsOf(reader, sign)
}

function skipRestOfEscape(reader: Reader, sign: string): void {
  const rest = reader.source.slice(reader.at, reader.at + 60)
  const braces = /^(?:\{[^}]*\}|<\w+>)/.exec(rest)?.[0].length ?? 0
  if ('pPuk'.includes(sign)) reader.at += braces > 0 ? braces : 4
  else if (sign === 'x') reader.at += 2
  else if (sign === 'c') reader.at++
  else if (/\d/.test(sign)) reader.at += /^\d*/.exec(rest)?.[0].length ?? 0
}

function ofClass(reader: Reader): Needed {
  const needed = new Set<number>()
  let isKnown = !skipped(reader, '^')
  while (reader.source.charAt(reader.at) !== ']') {
    const one = reader.source.charAt(reader.at++)
    const signs = one === '\\' ? ofEscape(reader) : signsOf(reader, one)
    const isRange = reader.source.charAt(reader.at) === '-' && reader.source.charAt(reader.at + 1) !== ']'
    if (isRange) reader.at++
    const all = isRange ? ofRange(reader, one) : signs
    if (all === null) isKnown = false
    else for (const sign of all) needed.add(sign)
  }
  reader.at++
  return isKnown ? needed : null
}

/** From one letter, digit or sign to another; null for what is written with an escape, and for long ones. */
function ofRange(reader: Reader, first: string): Needed {
  const last = reader.source.charAt(reader.at++)
  if (last === '\\' || first === '\\') {
    if (last === '\\') ofEscape(reader)
    return null
  }
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  if (to - from >= MOST_SIGNS) return null
  const signs = String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, step) => from + step))
  return signsOf(reader, signs)
}

/** In both cases where the pattern does not tell them apart. Null for what has others besides, and for signs of two units. */
function signsOf({ ignoreCase }: Reader, signs: string): Needed {
  const all = new Set<number>()
  for (let place = 0; place < signs.length; place++) {
    const sign = signs.charAt(place)
    const code = signs.charCodeAt(place)
    if (code >= 0xd800 && code <= 0xdfff) return null
    all.add(code)
    const [lower, upper] = ignoreCase ? [sign.toLowerCase(), sign.toUpperCase()] : [sign, sign]
    if (lower === upper) continue
    if (code > LAST_ASCII) return null
    all.add(lower.charCodeAt(0)).add(upper.charCodeAt(0))
    if (lower === 's') all.add(LONG_S)
    if (lower === 'k') all.add(KELVIN)
  }
  return all
}

const QUANTIFIER = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y

/** Whether the term that was read stands there at least once; reads how often. */
function mustBeThere(reader: Reader): boolean {
  QUANTIFIER.lastIndex = reader.at
  const found = QUANTIFIER.exec(reader.source)
  if (found === null) return true
  reader.at += found[0].length
  return found[0].startsWith('+') || Number(found[1] ?? 0) > 0
}

function skipped(reader: Reader, sign: string): boolean {
  if (reader.source.charAt(reader.at) !== sign) return false
  reader.at++
  return true
}

/** Blanks, letters and digits are in many texts, each of the other signs in few. */
function commonness(signs: ReadonlySet<number>): number {
  let sum = 0
  for (const sign of signs) sum += sign === BLANK ? 30 : sign > LAST_ASCII ? 1 : isLetterOrDigit(sign) ? 12 : 3
  return sum
}

const [BLANK, LAST_ASCII] = [0x20, 0x7f]
const isLetterOrDigit = (sign: number): boolean => /[a-z0-9]/i.test(String.fromCharCode(sign))
