import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/verify.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, TERRAFORM_BINARY_NAME: '/no/terraform' },
    },
  );
  return { status, stdout, stderr };
}

describe('npm run verify', () => {
  it('lists the checks', () => {
    const { status, stdout } = verify('--list');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^check +part +run +proves\n/);
    expect(stdout).toMatch(/^terraform-validate +Terraform and the AWS provider +quick /m);
  });

  it('knows which check was meant', () => {
    const { status, stderr } = verify('--only', 'terraform-valdate');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^--only terraform-valdate: there is no such check; did you mean 'terraform-validate'\?\nusage/,
    );
  });

  it('refuses an option it does not know', () => {
    const { status, stderr } = verify('--fast');
    expect(status).toBe(2);
    expect(stderr).toContain("Unknown option '--fast'");
  });

  it('does not judge what is not there', () => {
    const { status, stderr } = verify('--stacks', '/no/stacks');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^there is nothing in \/no\/stacks; synthesise first: npm start\n/);
  });

  it('says what it skips for want of a part, and how to get it', () => {
    const folders = ['--stacks', 'systems', '--charts', 'systems'];
    const { status, stdout } = verify('--only', 'terraform-validate', ...folders);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'SKIPPED terraform-validate: /no/terraform does not start (spawn /no/terraform ENOENT); install Terraform 1.11 or later, or name another by TERRAFORM_BINARY_NAME\n',
    );
    expect(stdout).toContain('0 passed, 0 failed, 1 skipped');
  });

  it('fails for want of a part that is required', () => {
    const folders = ['--stacks', 'systems', '--charts', 'systems', '--json'];
    const { status, stdout } = verify(
      ...['--only', 'terraform-validate', '--require', 'terraform-validate', ...folders],
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ failed: 1, checks: [{ result: 'failed' }] });
  });
});
