/** What to tell the person: fits FailedState and notices. */
export interface Failure {
  title: string
  hint?: string
  reference?: string
}
