export interface Refused {
  ok: false
  code: string
  detail: unknown
}

/** The value of an outcome that must have been accepted. */
export async function accepted<Value>(
  outcome: { ok: true; value: Value } | Refused | Promise<{ ok: true; value: Value } | Refused>,
): Promise<Value> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`refused: ${settled.code} ${JSON.stringify(settled.detail)}`)
  return settled.value
}

/** The code and detail of an outcome that must have been refused. */
export async function refused<Value>(
  outcome: { ok: true; value: Value } | Refused | Promise<{ ok: true; value: Value } | Refused>,
): Promise<Refused> {
  const settled = await outcome
  if (settled.ok) throw new Error(`accepted: ${JSON.stringify(settled.value)}`)
  return settled
}
