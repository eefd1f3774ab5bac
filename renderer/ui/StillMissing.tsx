/** In the foot of a dialog: why its main act cannot be done yet. Whoever presses its key all the same is told so aloud. */
export function StillMissing({ why, isAsked }: { why: string | null; isAsked: boolean }) {
  if (why === null) return null
  return (
    <p key={isAsked ? 'asked' : 'quiet'} role={isAsked ? 'alert' : undefined} data-asked={isAsked}>
      {why}
    </p>
  )
}
