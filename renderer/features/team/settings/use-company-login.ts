import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useMember } from '../../../lib/team.ts'
import { loginInfo, loginState } from '../team.queries.ts'

/** Whether the hub of this address lets people in by their company's login, and how one stands that was begun. */
export function useCompanyLogin(address: string, onJoined?: () => void) {
  /** The address when it was last left: a hub is not asked at each letter. */
  const [asked, setAsked] = useState(address)
  const [compared, setCompared] = useState<{ address: string; trusted: string | null } | null>(null)
  const trusted = (compared?.address === asked ? compared.trusted : null) ?? undefined
  const info = useQuery({ ...loginInfo(asked, trusted), enabled: asked.trim() !== '' })
  const state = useQuery(loginState).data ?? { kind: 'none' }
  const isMember = useMember() !== null
  const wasInBrowser = useRef(false)
  useEffect(() => {
    if (state.kind !== 'none') wasInBrowser.current = true
    else if (isMember && wasInBrowser.current) {
      wasInBrowser.current = false
      onJoined?.()
    }
  }, [state.kind, isMember, onJoined])
  const isNow = asked === address
  const found = isNow ? info.data : undefined
  return {
    state,
    issuerHost: found?.issuerHost ?? null,
    /** To be compared before the hub hears anything. */
    certificate: compared?.address === asked ? null : (found?.certificate ?? null),
    /** The certificate that was compared for this address. */
    trusted: isNow ? trusted : undefined,
    look: () => setAsked(address),
    compare: (fingerprint: string | null) => setCompared({ address: asked, trusted: fingerprint }),
  }
}
