/** For a state that comes by itself: asked for often, and given up late, because a busy machine is no fault of the product. */
export const patience = { timeout: 45_000, interval: 20 }
