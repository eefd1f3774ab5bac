import type { Mutation } from './mutations.ts'

export interface Numbered extends Mutation {
  readonly number: number
}

/** Asked at each place that has a mutant; setup.ts puts it there. Taken once a file, on its first line: it is asked millions of times. */
const SWITCH = 'isMutant'
const TAKE_SWITCH = `const ${SWITCH} = globalThis.${SWITCH}; `

/** The source with every mutant in it, each asleep until its number is switched on: one translation serves them all. */
export function instrument(source: string, mutants: readonly Numbered[]): string {
  // Outermost first; among those on one place, in their order.
  const inOrder = [...mutants].sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number)

  function render(start: number, end: number, inside: readonly Numbered[]): string {
    const [first] = inside
    if (first === undefined) return source.slice(start, end)
    const here = inside.filter((mutant) => mutant.start === first.start && mutant.end === first.end)
    const within = inside.filter((mutant) => !here.includes(mutant) && mutant.end <= first.end)
    const after = inside.filter((mutant) => mutant.start >= first.end)
    return source.slice(start, first.start) + at(first, here, within) + render(first.end, end, after)
  }

  function at({ start, end }: Numbered, here: readonly Numbered[], within: readonly Numbered[]): string {
    const [block] = here.filter((mutant) => mutant.replacement === null)
    if (block !== undefined) return `{ if (!${SWITCH}(${block.number})) {${render(start + 1, end - 1, within)}} }`
    const original = render(start, end, within)
    return `${here[0]?.isStatement === true ? 'void ' : ''}(${here.map((mutant) => `${SWITCH}(${mutant.number}) ? (${mutant.replacement}) : `).join('')}(${original}))`
  }

  return TAKE_SWITCH + render(0, source.length, inOrder)
}
