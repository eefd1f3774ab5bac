/** What the renderer waits for the hands to rest: here nobody types, and a test that waits for it holds up those behind it. Longer than between two words. */
export const HANDS_REST_MS = 300
