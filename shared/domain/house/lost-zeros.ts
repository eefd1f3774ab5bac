/** The number of somebody known whose zeros in front a spreadsheet took for nothing: `100042` of `00100042`. */
export type Zeroed<One> = (number: string) => readonly One[]

/** Who of these may be meant by a number without its zeros. Nobody is, where it is somebody's as it stands. */
export function withLostZeros<One extends { readonly employeeNumber: string | null }>(
  known: readonly One[],
): Zeroed<One> {
  const zeroed = known.filter(({ employeeNumber }) => /^0+[1-9]\d*$/.test(employeeNumber ?? ''))
  const byRest = Map.groupBy(zeroed, ({ employeeNumber }) => (employeeNumber ?? '').replace(/^0+/, ''))
  const whole = new Set(known.map(({ employeeNumber }) => employeeNumber))
  return (number) => (whole.has(number) ? [] : (byRest.get(number) ?? []))
}
