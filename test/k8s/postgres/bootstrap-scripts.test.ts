import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READ_SCRIPT, RUN_SCRIPT } from '../../../lib/k8s/postgres/bootstrap-scripts';

/** Difficult for a shell, for JSON, for a password file and for a percent-encoded address. */
const PASSWORD = `a\\b"c'd$e%f:g&h i{j}k!l#m\`n|o<p>é/~`;
const AWS = `#!/bin/sh
mkdir -p "$HOME/cache" && : > "$HOME/cache/notes" || exit 1
case "$*" in
  'ssm get-parameter --name /host --query Parameter.Value --output text') echo db.example.com ;;
  'ssm get-parameter --name /arn --query Parameter.Value --output text') echo arn:aws:1 ;;
  'secretsmanager get-secret-value --secret-id arn:aws:1 --query SecretString --output text') printf '%s\\n' "$FAKE_SECRET" ;;
  *) echo "unexpected: $*" >&2; exit 252 ;;
esac
`;
const PSQL = '#!/bin/sh\nprintf \'%s\\n\' "$PGHOST" "$PGUSER" "$PGPASSWORD" "$@"\n';

let folder: string;
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
};
const start = (command: string, script: string, env: Record<string, string> = {}) =>
  spawnSync(command, [join(folder, script)], {
    encoding: 'utf8',
    env: {
      PATH: `${folder}:/usr/local/bin:/usr/bin:/bin`,
      HOME: join(folder, 'home'),
      HANDOVER: folder,
      HOST_PARAMETER: '/host',
      SECRET_ARN_PARAMETER: '/arn',
      FAKE_SECRET: JSON.stringify({ username: 'master', password: PASSWORD, port: 5432 }),
      SQL_FILE: '/etc/bootstrap/bootstrap.sql',
      ...env,
    },
  });
const missing = (command: string): boolean => spawnSync(command, ['-e', '1']).error !== undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-scripts-'));
  write('aws', AWS);
  write('psql', PSQL);
  write('read.sh', READ_SCRIPT);
  write('run.pl', RUN_SCRIPT);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what is read lands in files that only their owner may read, and nowhere else', () => {
  const { status, stdout, stderr } = start('sh', 'read.sh');

  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'host'), 'utf8')).toBe('db.example.com\n');
  expect(JSON.parse(readFileSync(join(folder, 'secret.json'), 'utf8'))).toMatchObject({
    password: PASSWORD,
  });
  for (const file of ['host', 'secret.json']) {
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o400);
  }
});

test('it reads again over what a run before left', () => {
  expect(start('sh', 'read.sh').status).toBe(0);
  expect(start('sh', 'read.sh', { FAKE_SECRET: '{}' }).status).toBe(0);
  expect(readFileSync(join(folder, 'secret.json'), 'utf8')).toBe('{}\n');
});

test.each(['HOST_PARAMETER', 'SECRET_ARN_PARAMETER'])('it stops when %s is not there', (name) => {
  const { status, stderr } = start('sh', 'read.sh', { [name]: '/nowhere' });

  expect(status).not.toBe(0);
  expect(stderr).toContain('unexpected: ssm get-parameter --name /nowhere');
});

const withPerl = missing('perl') ? describe.skip : describe;

withPerl('with perl, which the image of PostgreSQL has', () => {
  const run = (secret: string, host = 'db.example.com') => {
    writeFileSync(join(folder, 'host'), `${host}\n`);
    writeFileSync(join(folder, 'secret.json'), `${secret}\n`);
    return start('perl', 'run.pl');
  };

  test('psql is given host, user and password to the letter, and stops at the first error', () => {
    const { status, stdout, stderr } = run(
      JSON.stringify({ username: 'master', password: PASSWORD }),
    );

    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'db.example.com',
      'master',
      PASSWORD,
      '--no-psqlrc',
      '--no-password',
      '--quiet',
      '--set=ON_ERROR_STOP=1',
      '--file=/etc/bootstrap/bootstrap.sql',
      '',
    ]);
  });

  test('escapes of JSON are read', () => {
    const { stdout } = run('{"username":"m\\u00e4ster","password":"\\u20ac\\/\\\\"}');

    expect(stdout.split('\n').slice(1, 3)).toEqual(['mäster', '€/\\']);
  });

  test.each([
    ['hunter2', 'the secret of the master user is no JSON object'],
    ['["hunter2"]', 'the secret of the master user is no JSON object'],
    ['{"password":"hunter2"}', 'the secret of the master user has no username'],
    ['{"username":"","password":"hunter2"}', 'the secret of the master user has no username'],
    ['{"username":"hunter2"}', 'the secret of the master user has no password'],
    ['{"username":"a","password":{"hunter2":1}}', 'the secret of the master user has no password'],
  ])('the secret %s is refused and not repeated', (secret, message) => {
    const { status, stdout, stderr } = run(secret);

    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: `${message}\n` });
    expect(status).not.toBe(0);
  });

  test.each(['', 'None of it', 'a,b', '/var/run', 'db:5432'])(
    'the host "%s" is refused',
    (host) => {
      const { status, stderr } = run('{"username":"a","password":"b"}', host);

      expect(stderr).toBe('the host parameter holds no host name\n');
      expect(status).not.toBe(0);
    },
  );

  test('it says which file is not there', () => {
    expect(start('perl', 'run.pl').stderr).toMatch(/^cannot read host: /);
  });
});

test('the shell finds nothing wrong with the script', () => {
  expect(() => execFileSync('sh', ['-n', join(folder, 'read.sh')])).not.toThrow();
});
