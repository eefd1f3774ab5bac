const nothing: Record<string, never> = {}

/** A refusal whose code says all. */
export const refuse = <Code extends string>(code: Code) => ({ ok: false as const, code, detail: nothing })
