import { review } from '../../lib/review';
import { makeSound, SOUND_FEATURES, type SoundFeature } from '../support/sound-systems';

const SYSTEMS = 200;
/** Each feature is in so many of the systems: a histogram with a hole proves nothing. */
const FEWEST = 10;

test(`${SYSTEMS} systems that are sound by construction have no error`, () => {
  const histogram = new Map<SoundFeature, number>(SOUND_FEATURES.map((feature) => [feature, 0]));
  const errors: string[] = [];
  for (let seed = 1; seed <= SYSTEMS; seed += 1) {
    const { system, features } = makeSound(seed);
    for (const feature of features) histogram.set(feature, (histogram.get(feature) ?? 0) + 1);
    for (const { rule, severity, path, problem } of review(system, { asOf: '2026-11-22' }).findings)
      if (severity === 'error') errors.push(`${seed}: ${rule} ${path} ${problem}`);
  }
  process.stdout.write(
    `${[...histogram].map(([feature, count]) => `${count}`.padStart(4) + `  ${feature}`).join('\n')}\n`,
  );

  expect(errors).toStrictEqual([]);
  expect([...histogram].filter(([, count]) => count < FEWEST)).toStrictEqual([]);
});

test('the same seed makes the same system', () => {
  const paths = (seed: number) =>
    makeSound(seed)
      .system.node.findAll()
      .map(({ node }) => node.path);

  expect(paths(3)).toStrictEqual(paths(3));
  expect(paths(3)).not.toStrictEqual(paths(4));
});
