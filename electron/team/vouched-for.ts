import { X509Certificate } from 'node:crypto'

/** All that this system trusts is read to know it, and the same hub is asked now and then. */
const known = new Map<string, boolean>()

/** Whether one of those who are trusted (their certificates as texts) signed a certificate, or whoever signed it, whatever else is wrong with it. */
export function isVouchedFor(shown: X509Certificate, trusted: () => readonly string[]): boolean {
  const before = known.get(shown.fingerprint256)
  if (before !== undefined) return before
  const isVouched = isSignedBelow(shown, trusted)
  known.set(shown.fingerprint256, isVouched)
  return isVouched
}

function isSignedBelow(shown: X509Certificate, trusted: () => readonly string[]): boolean {
  try {
    const issuers = trusted().map((text) => new X509Certificate(text))
    for (let one = shown; ; ) {
      const below = one
      if (issuers.some((issuer) => isSignedBy(below, issuer))) return true
      const { issuerCertificate: above } = below
      if (above === undefined || above.fingerprint256 === below.fingerprint256) return false
      if (!above.ca || !isSignedBy(below, above)) return false
      one = above
    }
  } catch {
    // A key of a kind that nobody knows here: whoever shows it chose it.
    return false
  }
}

const isSignedBy = (one: X509Certificate, issuer: X509Certificate): boolean =>
  one.checkIssued(issuer) && one.verify(issuer.publicKey)
