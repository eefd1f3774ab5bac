import type { KeyboardEvent } from 'react'

/** The key of a letter or digit, which begins words somewhere. An input method's first key comes as «Process». */
export const beginsWords = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^(?:[\p{L}\p{N}]|Process|Dead)$/u.test(key) && !ctrlKey && !metaKey && !altKey
