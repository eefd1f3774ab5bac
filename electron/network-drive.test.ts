import { expect, test } from 'vitest'
import { isNetworkMount, isNetworkPath, mountOf, mountsOfLinux, mountsOfMac } from './network-drive.ts'

test.each([
  ['nfs4', 'files:/export/home'],
  ['cifs', '//files/team'],
  ['smb3', '//files/team'],
  ['9p', 'C:\\'],
  ['afs', 'none'],
  ['ceph', '10.0.0.1:6789:/'],
  ['smbfs', '//me@files._smb._tcp.local/team'],
  ['webdav', 'https://dav.example/'],
  ['fuse.sshfs', 'me@files:/srv'],
  ['fuse.rclone', ':smb{Ans35}:team'],
  ['fuse.rclone', 'company-drive:'],
  ['fuse.gvfsd-fuse', 'gvfsd-fuse'],
  ['fuse.smbnetfs', 'smbnetfs'],
  ['fuse', 'https://dav.example/team'],
  ['fuse.somebodys', 'files.example:/team'],
  ['macfuse', 'me@files:/srv'],
  ['vboxsf', 'team'],
])('%s from %s is a network drive', (type, source) => {
  expect(isNetworkMount({ at: '/mnt', type, source })).toBe(true)
})

test.each([
  ['ext4', '/dev/sda1'],
  ['btrfs', '/dev/mapper/home'],
  ['zfs', 'rpool/home'],
  ['overlay', 'overlay'],
  ['tmpfs', 'tmpfs'],
  ['ecryptfs', '/home/.ecryptfs/li/.Private'],
  ['fuseblk', '/dev/sdb1'],
  ['fuse', '/dev/fuse'],
  ['fuse.gocryptfs', '/home/li/.secret'],
  ['fuse.encfs', 'encfs'],
  ['fuse.mergerfs', '1/data1:2/data2'],
  ['fuse.mergerfs', 'data1:data2'],
  ['fuse.cryfs', 'cryfs@/home/li/.secret'],
  ['fuse.ntfs-3g', '/dev/sdb1'],
  ['virtiofs', 'home'],
  ['apfs', '/dev/disk3s5'],
  ['macfuse', 'ntfs'],
])('%s from %s is this machine’s own', (type, source) => {
  expect(isNetworkMount({ at: '/mnt', type, source })).toBe(false)
})

test.each([
  ['\\\\files\\team\\earshot', true],
  ['//files/team', true],
  ['\\\\?\\UNC\\files\\team', true],
  ['\\\\wsl.localhost\\Debian\\home', true],
  ['\\\\?\\C:\\Users\\li', false],
  ['\\\\.\\C:\\', false],
  ['C:\\Users\\li', false],
])('%s: %s', (path, is) => {
  expect(isNetworkPath(path)).toBe(is)
})

test('the table of Linux, with a blank in a name and one drive over another', () => {
  const mounts = mountsOfLinux(
    [
      '25 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
      '61 25 0:54 / /mnt/team\\040drive rw,nosuid shared:3 master:2 - cifs //files/team\\040drive rw,vers=3.1.1',
      '62 25 8:1 / /mnt/over rw - ext4 /dev/sda1 rw',
      '63 25 0:55 / /mnt/over rw - fuse.sshfs me@files:/srv rw',
      '',
    ].join('\n'),
  )
  expect(mountOf('/mnt/team drive/a', mounts)).toEqual({
    at: '/mnt/team drive',
    type: 'cifs',
    source: '//files/team drive',
  })
  expect(mountOf('/mnt/over', mounts)?.type).toBe('fuse.sshfs')
  expect(mountOf('/mnt/overland', mounts)?.type).toBe('ext4')
})

test('the table of macOS', () => {
  const mounts = mountsOfMac(
    [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
      '//li@files/team on /Volumes/team on air (smbfs, nodev, nosuid, mounted by li)',
      'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)',
    ].join('\n'),
  )
  expect(mountOf('/Volumes/team on air/x', mounts)?.type).toBe('smbfs')
  expect(mountOf('/Users/li', mounts)?.type).toBe('apfs')
})
