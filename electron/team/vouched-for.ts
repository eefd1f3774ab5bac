import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** All that this system trusts is read to know it, and the same hub is asked now and then. */
const known = new Map<string, boolean>()

/** Whether somebody whom this system trusts signed a certificate, or whoever signed it, whatever else is wrong with it. */
export function isVouchedFor(shown: X509Certificate): boolean {
  const before = known.get(shown.fingerprint256)
  if (before !== undefined) return before
  const isVouched = isSignedBelow(shown)
  known.set(shown.fingerprint256, isVouched)
  return isVouched
}

function isSignedBelow(shown: X509Certificate): boolean {
  try {
    const trusted = getCACertificates('default').map((text) => new X509Certificate(text))
    for (let one = shown; ; ) {
      const below = one
      if (trusted.some((issuer) => isSignedBy(below, issuer))) return true
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
