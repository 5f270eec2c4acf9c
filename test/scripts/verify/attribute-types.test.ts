import { typeProblem } from '../../../scripts/verify/attribute-types';

const OBJECT = ['object', { a: 'string', b: 'number' }];

test.each([
  ['string', 'a'],
  ['string', 1],
  ['string', true],
  ['number', 1],
  ['number', '1.5'],
  ['bool', false],
  ['bool', 'true'],
  ['dynamic', { any: ['thing'] }],
  [
    ['list', 'string'],
    ['a', '${b.c}'],
  ],
  [['set', 'number'], []],
  [['map', 'bool'], { a: true }],
  [OBJECT, { a: 'x', b: null }],
  [['list', OBJECT], [{ a: 'x', b: 1 }]],
  ['number', '${aws_vpc.main.count}'],
  [['list', 'string'], '${aws_vpc.main.ids}'],
  ['bool', null],
])('%j takes %j', (type, value) => {
  expect(typeProblem(type, value)).toBeUndefined();
});

test.each([
  ['string', ['a'], 'needs a string, not ["a"]'],
  ['number', 'perhaps', 'needs a number, not "perhaps"'],
  ['number', '', 'needs a number, not ""'],
  ['number', 'a-${b.c}', 'needs a number, not "a-${b.c}"'],
  ['bool', 'yes', 'needs a bool, not "yes"'],
  ['bool', 1, 'needs a bool, not 1'],
  [['list', 'string'], 'a', 'needs a list, not "a"'],
  [['set', 'number'], ['x'], 'needs a number, not "x"'],
  [['map', 'string'], ['a'], 'needs a map, not ["a"]'],
  [['map', 'string'], { a: [] }, 'needs a string, not []'],
  [OBJECT, { a: 'x' }, "misses its attribute 'b'"],
  [OBJECT, { a: 'x', b: 1, c: 1 }, "has no attribute 'c'"],
  [OBJECT, 'x', 'needs an object, not "x"'],
])('%j does not take %j', (type, value, problem) => {
  expect(typeProblem(type, value)).toBe(problem);
});
