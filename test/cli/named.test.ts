import { byName, environmentOf, mistakesIn, unknownName } from '../../lib/cli/named';
import { Environment, System } from '../../lib/model';
import { readSystem } from '../../lib/model/view';

function systemWith(...protections: readonly ('retain' | 'disposable')[]) {
  const system = new System('shop', { domain: 'shop.example.com' });
  protections.forEach((protection, index) => {
    new Environment(system, `env-${index}`, {
      account: '111122223333',
      protection,
      regions: ['eu-west-1'],
      cidr: `10.${16 * index}.0.0/12`,
    });
  });
  return readSystem(system);
}

describe('byName', () => {
  const things = [{ name: 'orders' }, { name: 'payments' }];

  it('finds what is named', () => {
    expect(byName(things, 'orders', 'service')).toStrictEqual({ found: things[0] });
  });

  it('offers the nearest names, all where none is near, and says where there is none', () => {
    expect(byName(things, 'order', 'service')).toStrictEqual({
      said: "error: no service 'order'; did you mean orders?",
    });
    expect(unknownName('service', 'x', ['b', 'a', 'b'])).toBe(
      "error: no service 'x'; did you mean a, b, b?",
    );
    expect(unknownName('service', 'xyzzy', ['payments', 'orders', 'orders'])).toBe(
      "error: no service 'xyzzy'; there is orders, payments",
    );
    expect(unknownName('topic', 'x', [])).toBe("error: no topic 'x'; there is none");
  });
});

describe('environmentOf', () => {
  const chosen = (view: ReturnType<typeof systemWith>, name?: string) => {
    const named = environmentOf(view, name);
    return 'found' in named ? named.found.name : named.said;
  };

  it('is the one named', () => {
    expect(chosen(systemWith('retain', 'retain'), 'env-1')).toBe('env-1');
    expect(chosen(systemWith('retain'), 'env-7')).toBe(
      "error: no environment 'env-7'; did you mean env-0?",
    );
  });

  it('is the only one, or the only one that is retained', () => {
    expect(chosen(systemWith('disposable'))).toBe('env-0');
    expect(chosen(systemWith('disposable', 'retain'))).toBe('env-1');
  });

  it('has to be named where several may be meant, and declared where there is none', () => {
    const several =
      'error: there are several environments; name one of env-0, env-1 with --environment';
    expect(chosen(systemWith('retain', 'retain'))).toBe(several);
    expect(chosen(systemWith('disposable', 'disposable'))).toBe(several);
    expect(chosen(systemWith())).toBe('error: the system has no environment; declare one');
  });
});

test('mistakesIn says how many declarations make figures wrong', () => {
  expect(mistakesIn(systemWith('retain'))).toBeUndefined();
  const system = new System('Bad Name', { domain: 'shop.example.com' });
  expect(mistakesIn(readSystem(system))).toBe(
    "error: 1 mistake in declarations would make the figures wrong; mend what 'groundplan review' finds first",
  );
});
