/** The object's own value of this name, whatever it is. Never what `__proto__` or a prototype offers. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** The first of these names that holds a text that is not empty. */
export function textField(value: unknown, ...names: string[]): string | null {
  for (const name of names) {
    const found = field(value, name)
    if (typeof found === 'string' && found.trim() !== '') return found
  }
  return null
}

export const listField = (value: unknown, name: string): readonly unknown[] => {
  const found = field(value, name)
  return Array.isArray(found) ? found : []
}

/** Undefined for text that is no JSON. `JSON.parse` does not recurse, so depth cannot break it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null for text outside the alphabet, or bytes that are no UTF-8. */
export function textOfBase64url(encoded: string): string | null {
  if (!/^[\w-]*={0,2}$/u.test(encoded)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64url'))
  } catch {
    return null
  }
}
