/** Largest input the door takes, as UTF-8 bytes of JSON. In a file of its own, so that a window can know it without the schemas. */
export const INPUT_LIMIT_BYTES = 1_000_000
