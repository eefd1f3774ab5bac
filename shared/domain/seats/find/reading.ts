/** A text that gets shorter with each thing that is read out of it, so that nothing is read twice. */
export interface Reading {
  text: string
  /** The first that matches is taken out. */
  take(pattern: RegExp): RegExpExecArray | null
}

/** Stands where something was read: no word of either side joins the other's. */
const READ = ' \ue000 '

export function readingOf(words: string): Reading {
  const reading: Reading = {
    text: ` ${words.normalize('NFKC').toLowerCase()} `,
    take(pattern) {
      const found = pattern.exec(reading.text)
      if (found !== null)
        reading.text = `${reading.text.slice(0, found.index)}${READ}${reading.text.slice(found.index + found[0].length)}`
      return found
    },
  }
  return reading
}

/** Whether nothing is left but what stands between words. */
export const isAllRead = ({ text }: Reading): boolean => /^[\s\ue000,，.。]*$/.test(text)
