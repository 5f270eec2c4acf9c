import { Lazy, Token } from 'cdktf';
import { findTokens, TOKEN_RULE } from '../../lib/proof';

const FIX = 'use a value known when the model is read, or pass the name of a parameter';

function pathsIn(text: string): readonly string[] {
  return findTokens([{ path: 'live/shop.k8s.yaml', text }]).map(({ path }) => path);
}

describe('an expression of Terraform', () => {
  test.each([
    ['a token of its CDK', '${TfToken[TOKEN.12]}'],
    ['a list of its CDK', '#{TfToken[TOKEN.7]}'],
    ['a map of its CDK', '&{TfToken[TOKEN.7]}'],
    ['a list of a CDK like it', '#{Token[TOKEN.7]}'],
    ['a resource', '${aws_rds_cluster.postgres_orders.endpoint}'],
    ['data', '${data.aws_ssm_parameter.vpc-id.value}'],
    ['an output of a module', '${module.network.vpc_id}'],
    ['a variable', '${var.region}'],
    ['a local value', '${local.name}'],
    ['a number that its CDK does not know yet', '-8.109562212591379e+298'],
  ])('is found: %s', (_what, expression) => {
    expect(
      findTokens([
        { path: 'live/shop.k8s.yaml', text: `kind: ConfigMap\ndata:\n  HOST: ${expression}` },
      ]),
    ).toEqual([
      {
        rule: 'TOK-001',
        severity: 'error',
        path: 'live/shop.k8s.yaml:3',
        problem: `'${expression}' is an expression that only Terraform resolves`,
        numbers: { line: 3 },
        fix: FIX,
        source: TOKEN_RULE.source,
      },
    ]);
  });

  test('is found as its CDK writes it today: a text, a list, a map and a number', () => {
    const later = Lazy.anyValue({ produce: () => 1 });
    const written = [
      Token.asString(later),
      Token.asList(later).join(),
      Object.keys(Token.asStringMap(later)).join(),
      String(Token.asNumber(later)),
    ];

    expect(findTokens(written.map((text) => ({ path: 'a.yaml', text })))).toHaveLength(4);
  });

  test('is found in the middle of a line, and shown from there', () => {
    const [finding] = findTokens([{ path: 'a.yaml', text: 'url: https://${var.host}/path' }]);

    expect(finding?.problem).toBe(
      "'${var.host}/path' is an expression that only Terraform resolves",
    );
  });

  test('is shown no longer than 60 characters', () => {
    const long = `\${var.${'x'.repeat(54)}}`;
    const [whole] = findTokens([{ path: 'a.yaml', text: long.replace('x}', '}') }]);
    const [cut] = findTokens([{ path: 'a.yaml', text: long }]);

    expect(whole?.problem).toContain(`'\${var.${'x'.repeat(53)}}'`);
    expect(cut?.problem).toContain(`'\${var.${'x'.repeat(54)}'`);
  });

  test('is found in every file and on every line, in their order', () => {
    const files = [
      { path: 'b.yaml', text: 'a: 1\nb: ${var.b}\nc: ${var.c}' },
      { path: 'a.yaml', text: 'a: ${local.a}' },
      { path: 'c.yaml', text: 'a: 1' },
    ];

    expect(findTokens(files).map(({ path }) => path)).toEqual(['b.yaml:2', 'b.yaml:3', 'a.yaml:1']);
  });

  test('is one finding a line: the line is to be mended as a whole', () => {
    expect(pathsIn('a: ${var.a} ${data.b.c}')).toEqual(['live/shop.k8s.yaml:1']);
  });
});

describe('what is no expression of Terraform', () => {
  test.each([
    ['a variable of a shell', '${HOSTNAME}'],
    ['a variable of a shell with a default', '${HOSTNAME:-localhost}'],
    ['a variable of Kubernetes', '$(POD_NAME)'],
    ['an escaped dollar', '$${x}'],
    ['a template of Go', '{{ .Values.host }}'],
    ['a template of Prometheus', '{{ $labels.service }}'],
    ['a comment', '# var.region is chosen elsewhere'],
    ['an expression of a proxy', '%REQ(:METHOD)% ${request.path}'],
    ['a large number', '-8e+29'],
    ['nothing', ''],
  ])('is left alone: %s', (_what, text) => {
    expect(pathsIn(`command: ${text}`)).toEqual([]);
  });
});
