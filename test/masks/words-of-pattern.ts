/**
 * The words that a pattern is a list of: 高[压危], (?:安|常)用, 皮[带革]?. What stands around a word, looked for and not matched, is left out, and so is an
 * alternative that matches any sign.
 */
export function wordsOfPattern(source: string): string[] {
  const reader = { source: withoutLooks(source).replace(/[\^$]/g, ''), place: 0 }
  return alternatives(reader).filter((word) => /^[\u4e00-\u9fff]{2,5}$/.test(word))
}

interface Reader {
  readonly source: string
  place: number
}

function alternatives(reader: Reader): string[] {
  const words: string[] = []
  for (;;) {
    words.push(...sequence(reader))
    if (reader.source[reader.place] !== '|') return words
    reader.place++
  }
}

function sequence(reader: Reader): string[] {
  let words = ['']
  for (let sign = reader.source[reader.place]; sign !== undefined && sign !== '|' && sign !== ')'; ) {
    let next: readonly string[]
    if (sign === '(') {
      reader.place = reader.source.indexOf('(?:', reader.place) === reader.place ? reader.place + 3 : reader.place + 1
      next = alternatives(reader)
      reader.place++
    } else if (sign === '[') {
      const end = reader.source.indexOf(']', reader.place)
      next = [...reader.source.slice(reader.place + 1, end)]
      reader.place = end + 1
    } else {
      next = sign === '.' ? [] : [sign]
      reader.place++
    }
    if (reader.source[reader.place] === '?') {
      next = [...next, '']
      reader.place++
    }
    words = words.flatMap((word) => next.map((rest) => word + rest))
    sign = reader.source[reader.place]
  }
  return words
}

/** Without `(?=…)`, `(?!…)`, `(?<=…)` and `(?<!…)`. */
function withoutLooks(source: string): string {
  const start = source.search(/\(\?<?[=!]/)
  if (start < 0) return source
  let depth = 0
  for (let place = start; place < source.length; place++) {
    if (source[place] === '(') depth++
    if (source[place] === ')' && --depth === 0) return withoutLooks(source.slice(0, start) + source.slice(place + 1))
  }
  return source.slice(0, start)
}
