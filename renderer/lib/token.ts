const KEPT_AS = 'earshot.token'

/**
 * Takes the token from the address (`#token=…`), keeps it for this tab and cleans the address, path and query untouched.
 * The fragment never reaches a server or a log; after a reload the tab still has it.
 */
export function takeToken(page: Pick<Window, 'location' | 'sessionStorage' | 'history'>): string | null {
  const given = new URLSearchParams(page.location.hash.slice(1)).get('token')
  if (given === null || given === '') return page.sessionStorage.getItem(KEPT_AS)
  page.sessionStorage.setItem(KEPT_AS, given)
  page.history.replaceState(page.history.state, '', page.location.pathname + page.location.search)
  return given
}
