import type { Result } from './result.ts'

/** Whether a name is asked for: exactly, or by its first words (`export` for all exports). Nothing asked for is everything. */
export const chosen =
  (asked: readonly string[]) =>
  (name: string): boolean =>
    asked.length === 0 || asked.some((wish) => name === wish || name.startsWith(`${wish}-`))

/** One line a result: ✓ or ✗ where there is a goal. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.goal === null ? ' ' : result.ok ? '✓' : '✗',
    result.name,
    `${shown(result.value)} ${result.unit}`,
    `${shown(result.baseline)} ${result.unit}`,
    `${result.ratio.toFixed(2)}×`,
    result.goal ?? '',
  ])
  const lines = [['', 'name', 'measured', 'baseline', 'ratio', 'goal'], ...rows]
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, column) => aligned(cell, widths[column] ?? 0, column)).join('  '))
    .join('\n')
}

const shown = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(0))

/** Names to the left, numbers to the right. */
const aligned = (cell: string, width: number, column: number): string =>
  column < 2 || column === 5 ? cell.padEnd(width) : cell.padStart(width)
