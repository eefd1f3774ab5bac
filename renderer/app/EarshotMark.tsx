/** Our sign: a voice arriving at a line. Bars of sound, the middle one warm like 原声. */
export function EarshotMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M5 11.5v5M10 7.5v13" stroke="var(--rail-mark)" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M15 4v20" stroke="#f0a04b" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M20 9v10M24.5 12.5v3" stroke="var(--rail-mark)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
