import type { Mutant } from './mutants.ts'

/** `endless`: it never came to an end, which a test notices, too. `not_reached`: no test runs this place. */
export type Fate = 'killed' | 'endless' | 'survived' | 'not_reached'

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 70)
const percent = (part: number, whole: number) =>
  whole === 0 ? '  –' : `${Math.floor((100 * part) / whole)} %`.padStart(5)

/** Per file how many were noticed, then each that was not, with what it changes. */
export function report(fates: readonly { mutant: Mutant; fate: Fate }[]): string {
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
  const dead = fates.length - alive.length
  return [...places, '', ...summary, '', `${percent(dead, fates.length)}  ${dead} of ${fates.length} noticed`, ''].join(
    '\n',
  )
}
