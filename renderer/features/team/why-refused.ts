import { textsOf } from '../../lib/i18n.ts'
import type { Member } from '../../lib/team.ts'

/** Why a hub will not have this desk, or this desk does not speak to what answers there. */
export const whyRefused = (link: Extract<Member['link'], { kind: 'refused' }>): string =>
  textsOf('team')(link.why === 'certificate' ? `certificate.why.${link.fault.what}` : `why.${link.why}`)
