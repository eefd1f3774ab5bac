import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { productNode } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'
import { superviseOwn } from './lib/supervise.mjs'

const help = `npm run hub -- [options]

  --demo                 try it: a PostgreSQL in a throw-away folder, sample data, a join code for each of three people
  --database URL         postgres://user:password@host:5432/database, an empty one the first time (or EARSHOT_DATABASE)
  --cert FILE --key FILE the certificate and its key, PEM; without them only this computer connects (--host 127.0.0.1)
  --host ADDRESS         the address to listen on (default: all of this computer's; of a demo 127.0.0.1)
  --port N               default 8443; of a demo any free one (0)
  --name NAME            what desks call this hub
  --lang zh|en           language of what it says here
  --code                 make one more join code and end; the hub may be running
  --role ROLE            whom that code is for: coordinator (default), note-taker, listener
  --oidc-issuer URL      the company's login (OpenID Connect), which lets people in beside codes; with it:
  --oidc-client-id ID    as the login knows Earshot, a native client; and if need be
  --oidc-claim NAME      what of its token names somebody on the list (email, unless given)
  --help                 this text`

/** The hub reads the options itself, and says what is wrong with them in its language. */
async function hub() {
  const given = process.argv.slice(2)
  if (given.includes('--help')) return void console.log(help)
  await ensureInstalled()
  await ensureBuilt()
  return superviseOwn(productNode(), ['out/main/hub.js', ...given])
}

await runMain(hub)
