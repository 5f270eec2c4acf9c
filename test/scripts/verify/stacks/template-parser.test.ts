import { parseTemplate } from '../../../../scripts/verify/stacks/template-parser';

test.each([
  ['no expression', []],
  ['$${escaped} %%{escaped} ${"a"}', []],
  ['${aws_vpc.main.id}', ['aws_vpc.main.id']],
  ['a-${data.aws_region.here.name}-${local.x}', ['data.aws_region.here.name', 'local.x']],
  ['${ aws_subnet.a[0].id }', ['aws_subnet.a.*.id']],
  ['${aws_subnet.a.*.id}${aws_subnet.b[*].id}', ['aws_subnet.a.*.id', 'aws_subnet.b.*.id']],
  ['${replace(aws_kms_key.k.arn, ":key/", ":alias/${var.a}")}', ['aws_kms_key.k.arn', 'var.a']],
  ['${a.b == "x" ? !c.d : -(e.f + 1.5e3)}', ['a.b', 'c.d', 'e.f']],
  ['${jsonencode({username = "a", "b" : [true, null, x.y]})}', ['x.y']],
  ['${max(a.b...)}', ['a.b']],
  ['{"Resource":"${a.b}"}', ['a.b']],
])('%s refers to %j', (text, references) => {
  const parsed = parseTemplate(text);

  expect(parsed).toEqual({ ok: true, references: expect.any(Array) as unknown });
  expect(parsed.ok && parsed.references.map((parts) => parts.join('.'))).toEqual(references);
});

test.each([
  ['${aws_vpc.main.id', "'}' is missing at the end"],
  ['${}', "an expression is missing at '}'"],
  ['${a..b}', "a name is missing after a dot at '.b}'"],
  ['${replce(a.b)}', "there is no function 'replce'"],
  ['${replace(a.b}', "')' is missing"],
  ['${(a.b}', "')' is missing at '}'"],
  ['${"a}', 'a quote is not closed'],
  ['${a ? b}', "':' is missing at '}'"],
  ['${{a}}', "'=' is missing"],
  ['%{ if a }', 'a directive stands where only expressions are used'],
])('%s is broken', (text, problem) => {
  expect(parseTemplate(text)).toEqual({ ok: false, problem });
});
