/** Every log line goes through here: masked, rotated, and never with customer words. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** `reference` is what the person can read out. Only the error's name, code and stack frames are written, not its message. */
  error(message: string, reference: string, error: unknown): void
}
