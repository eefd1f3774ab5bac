import type { Page } from '@playwright/test'
import type { Client } from '../../../shared/contract/contract.ts'

/** A console that runs on a data folder, with one window open, in whichever shell. */
export interface RunningShell {
  readonly page: Page
  /** The typed client of a second, silent window: for what a journey needs and does not test. */
  readonly door: Client
  /** Ends it as a person does; the exit code, null where the shell does not tell. */
  quit(): Promise<number | null>
  /** kill -9. */
  kill9(): Promise<void>
}
