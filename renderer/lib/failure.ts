/** What to tell the person: fits FailedState and notices. */
export interface Failure {
  title: string
  hint?: string
  reference?: string
  /** Said of the hub of now: with another hub, or none, it is nobody's. */
  isOfHub?: boolean | undefined
  /** The same question gets the same answer: nothing is gained by asking again. */
  isForGood?: boolean | undefined
}

/** Why something was not done, in the words of the language that is shown. */
export type WhyNot = () => Failure
