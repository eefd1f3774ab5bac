const nothing: Record<string, never> = {}

/** A refusal whose code says all. */
export const refuse = <Code extends string>(code: Code) => ({ ok: false as const, code, detail: nothing })

/** What was asked for. */
export const accept = <T>(value: T) => ({ ok: true as const, value })
