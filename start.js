// `npm start`. Plain JavaScript, so that even a Node too old for the rest can read it and say so.

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) await import('./server/main.ts')
else {
  process.stderr.write(
    `Deskbell needs Node 22.18 or newer and this is ${process.versions.node}: \`npm ci\` installs one, and \`npm start\` uses it.\n`,
  )
  process.exitCode = 1
}
