/** Somebody looks up: a quiet question has time, and half a sentence often sounds like more than the whole. */
export const HANDS_REST_MS = 1_200
