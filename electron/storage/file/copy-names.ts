const NAME = /^earshot_(\d{4}-\d\d-\d\d)_(\d\d)(\d\d)(\d\d)(Z?)\.db$/

/**
 * `earshot_2026-11-21_093000Z.db`: UTC, so that names sort by happening also where the clocks are set back or the machine travels,
 * and no hour comes twice.
 */
export const copyName = (at: Date): string => {
  const [date = '', time = ''] = at.toISOString().split(/[T.]/)
  return `earshot_${date}_${time.replaceAll(':', '')}Z.db`
}

/** `earshot_2026-13-45_…` is somebody's own. */
export const isCopyName = (name: string): boolean => NAME.test(name) && !Number.isNaN(madeAtOf(name).getTime())

/** The moment in a copy's name. Earlier versions named it in the machine's local time, without the Z. */
export function madeAtOf(name: string): Date {
  const [, date = '', hour = '', minute = '', second = '', zone = ''] = NAME.exec(name) ?? []
  return new Date(`${date}T${hour}:${minute}:${second}${zone}`)
}

/** Newest first, names of earlier versions among the others. */
export const byNewest = (one: string, other: string): number =>
  madeAtOf(other).getTime() - madeAtOf(one).getTime() || (one < other ? 1 : -1)
