import { isOwn, ownPlace } from '../../lib/cli/user-lines';

const FILE = '/home/dev/shop/system.ts';

describe('ownPlace', () => {
  it('is the innermost line below the folder of the system file', () => {
    const stack = [
      'Error',
      '    at new Team (/opt/groundplan/lib/model/team.ts:37:5)',
      '    at /home/dev/shop/node_modules/platform/team.js:3:1',
      '    at declare (/home/dev/shop/teams/sales.ts:12:3)',
      `    at <anonymous> (${FILE}:4:1)`,
    ].join('\n');

    expect(ownPlace(stack, FILE)).toStrictEqual({
      file: '/home/dev/shop/teams/sales.ts',
      line: 12,
    });
  });

  it.each([
    [`    at async file://${FILE}?namespace=1:7:2`, 7],
    [`${FILE}:9`, 9],
    [`    at ${FILE}:1:1`, 1],
  ])('reads %s', (frame, line) => {
    expect(ownPlace(`Error\n${frame}`, FILE)).toStrictEqual({ file: FILE, line });
  });

  it('is none where the user wrote nothing of it', () => {
    expect(ownPlace('Error\n    at f (/opt/x.ts:1:1)\n    at native', FILE)).toBeUndefined();
    expect(ownPlace('', FILE)).toBeUndefined();
  });
});

test('isOwn takes neither a folder beside nor a package for the user’s', () => {
  expect(isOwn('/home/dev/shop/a/b.ts', FILE)).toBe(true);
  expect(isOwn('/home/dev/shop-tools/b.ts', FILE)).toBe(false);
  expect(isOwn('/home/dev/shop/node_modules/a/b.ts', FILE)).toBe(false);
});
