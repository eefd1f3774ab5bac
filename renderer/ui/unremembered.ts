/**
 * On every field that takes words, last, so that no use of it can undo it. Browsers write what stands in a field into their session
 * files and their suggestions, unmasked, unless it says `autocomplete="off"`; spell checkers keep words too, or send them away.
 */
export const unremembered = { autoComplete: 'off', spellCheck: false } as const
