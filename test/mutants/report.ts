import type { Judge } from './judges.ts'
import type { Mutant } from './mutants.ts'

/**
 * `endless`: it never came to an end, which a test notices, too. `not_reached`: no test runs this place. `left_out`: no quick test
 * noticed it, and what the slow ones that run this place would say was not asked.
 */
export type Fate = 'killed' | 'endless' | 'survived' | 'not_reached' | 'left_out'

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 70)
const percent = (part: number, whole: number) =>
  whole === 0 ? '  –' : `${Math.floor((100 * part) / whole)} %`.padStart(5)

/** Each that was not noticed, with what it changes; which tests were not asked; then per file how many were noticed. */
export function report(fates: readonly { mutant: Mutant; fate: Fate }[], slow: readonly Judge[]): string {
  const isDead = ({ fate }: { fate: Fate }) => fate === 'killed' || fate === 'endless'
  const files = [...Map.groupBy(fates, ({ mutant }) => mutant.file)]
  const summary = files.map(([file, ofFile]) => {
    const dead = ofFile.filter(isDead).length
    return `${percent(dead, ofFile.length)}  ${dead}/${ofFile.length}  ${file}`
  })
  const alive = fates.filter((one) => !isDead(one))
  const places = alive.map(({ mutant, fate }) => {
    const changed = mutant.replacement === null ? 'not run' : short(mutant.replacement) || '(nothing)'
    return `${mutant.file}:${mutant.line}  ${fate}  ${short(mutant.original)}  →  ${changed}`
  })
  const leftOut = slow.map(({ name, tookMs }) => `left out, took ${Math.round(tookMs / 1_000)} s: ${name}`)
  const dead = fates.length - alive.length
  const whole = `${percent(dead, fates.length)}  ${dead} of ${fates.length} noticed`
  return [...places, '', ...leftOut, '', ...summary, '', whole, ''].join('\n')
}
