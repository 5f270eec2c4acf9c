import { placementText, range, written } from '../../../lib/cli/status/written';
import { activeActive, primary, regional } from '../../../lib/model';

describe('written', () => {
  it('puts a number in words, and a question mark for one that could not be read', () => {
    expect(written(3, (value) => `${value}ms`)).toBe('3ms');
    expect(written(Number.NaN, (value) => `${value}ms`)).toBe('?');
  });
});

describe('range', () => {
  it.each([
    [{ min: 3, max: 30 }, '3-30'],
    [{ min: 3, max: 3 }, '3'],
    [{ min: Number.NaN, max: 30 }, '?-30'],
  ])('writes %j as %s', (bounds, text) => {
    expect(range(bounds)).toBe(text);
  });
});

describe('placementText', () => {
  it.each([
    [undefined, 'not declared'],
    [regional({ partitionedBy: 'home region' }), 'regional, by home region'],
    [primary('eu-west-1'), 'primary eu-west-1, no readers'],
    [primary('eu-west-1', { readers: 'everywhere' }), 'primary eu-west-1, readers everywhere'],
    [
      primary('eu-west-1', { readers: ['us-east-1', 'us-east-2'] }),
      'primary eu-west-1, readers us-east-1, us-east-2',
    ],
    [activeActive({ conflict: 'last-writer-wins' }), 'active-active, last-writer-wins'],
  ])('writes %j as %s', (placement, text) => {
    expect(placementText(placement)).toBe(text);
  });
});
