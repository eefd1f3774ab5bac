/** The ear of the application's icon (resources/icons/icon.svg), drawn for the rail: the warm point is the voice it hears. */
export function EarshotMark() {
  return (
    <svg width="1.875rem" height="1.875rem" viewBox="110 84 300 340" fill="none" aria-hidden="true">
      <g strokeWidth="30" strokeLinecap="round" strokeLinejoin="round">
        <path
          d="M150 226C150 156 204 104 272 104S392 156 392 222c0 46-20 74-48 100-26 24-22 50-40 72-22 26-64 20-78-14"
          stroke="var(--rail-ink-active)"
        />
        <path d="M212 230c0-36 26-64 60-64s60 26 60 58c0 40-46 38-50 82" stroke="var(--rail-mark)" />
      </g>
      <circle cx="172" cy="312" r="30" fill="#f2a33c" />
    </svg>
  )
}
