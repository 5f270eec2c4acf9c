#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const source = join(__dirname, '../lib/cli/main.ts');
const compiled = join(__dirname, '../build/lib/cli/main.js');

// A reader that closes the pipe early (`groundplan status | head`) has seen enough.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

async function start() {
  // Both halves are needed: a user's system.ts may be CommonJS or an ES module. The second is imported, because what
  // tsx hands to require() looks for its hooks in the wrong folder.
  require('tsx/cjs/api').register();
  (await import('tsx/esm/api')).register();
  const { main } = require(existsSync(source) ? source : compiled);
  return main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

start().then((exitCode) => {
  process.exitCode = exitCode;
});
