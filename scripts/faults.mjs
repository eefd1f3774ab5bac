import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode, tools } from './lib/paths.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/** What is not part of `npm test`, because it takes minutes. */
const kinds = {
  /**
   * Exports and data folders on real network drives of this machine (Samba, sshfs, WebDAV on 127.0.0.1). Needs Linux, root, FUSE and Debian's
   * samba, smbclient, rclone, gvfs-fuse, gvfs-backends, dbus, sshfs, openssh-sftp-server and davfs2; what is missing is told as «not run».
   */
  share: { args: ['--config', inRoot('test/faults/share/vitest.config.ts')], env: {} },
  /** Desks and hubs over one PostgreSQL, for as long as it takes to believe it: 2,000 rounds for one seat instead of 100. */
  team: { args: ['--project', 'postgres', 'test/team'], env: { EARSHOT_ROUNDS: '2000' } },
  /** 10,000 things done at random to seats, against the same on paper; `EARSHOT_SEED=7` for others than the usual. */
  acts: {
    args: [
      '--project',
      'node',
      '--project',
      'postgres',
      '--testTimeout=1200000',
      'test/contract/seats/random-acts.test.ts',
    ],
    env: { EARSHOT_ACTS: '10000' },
  },
  /** The console is killed 1,000 times while it saves notes, instead of 15. */
  kills: { args: ['--project', 'node', 'test/faults/kill-while-saving.test.ts'], env: { EARSHOT_KILLS: '1000' } },
}

/** `npm run faults -- share`, `-- team`, `-- acts` or `-- kills`. */
await runMain(async () => {
  const [what, ...rest] = process.argv.slice(2)
  const kind = Object.hasOwn(kinds, what ?? '') ? kinds[what] : undefined
  if (kind === undefined) throw new Refusal('Say which: npm run faults -- share, -- team, -- acts or -- kills')
  await ensureInstalled()
  const args = [tools.vitest, 'run', ...kind.args, '--reporter=verbose', ...rest]
  return runShown(productNode(), args, { env: { ...process.env, ...kind.env } })
})
