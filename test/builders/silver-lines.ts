import { readFileSync } from 'node:fs'
import type { HeardLine } from '../../shared/domain/life-channel/danger.ts'

const SPEAKER = /^(agent|customer): /

/** Lines written by hand, `agent: ` or `customer: ` in front of those of a transcript; the others stand in a listener's notes. */
export function silverLines(name: 'proposing' | 'ordinary'): HeardLine[] {
  const text = readFileSync(new URL(`silver-${name}.txt`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => {
    if (line === '') return []
    const speaker = SPEAKER.exec(line)?.[1] as 'agent' | 'customer' | undefined
    return [{ text: line.replace(SPEAKER, ''), speaker: speaker ?? 'listener' }]
  })
}
