import { ensureInstalled } from './lib/install.mjs'
import { inRoot, productNode, tools } from './lib/paths.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { runShown } from './lib/run.mjs'

/**
 * `npm run faults -- share`: exports and data folders on real network drives of this machine (Samba, sshfs, WebDAV on 127.0.0.1).
 * Needs Linux, root, FUSE and Debian's samba, smbclient, rclone, gvfs-fuse, gvfs-backends, dbus, sshfs, openssh-sftp-server and
 * davfs2; what is missing is told as «not run». Not part of `npm test`: it takes minutes and mounts drives.
 */
await runMain(async () => {
  const [what, ...rest] = process.argv.slice(2)
  if (what !== 'share') throw new Refusal('Say which: npm run faults -- share')
  await ensureInstalled()
  const config = inRoot('test/faults/share/vitest.config.ts')
  return runShown(productNode(), [tools.vitest, 'run', '--config', config, '--reporter=verbose', ...rest])
})
