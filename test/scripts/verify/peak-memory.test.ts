import { residentMiB, watchMemory } from '../../../scripts/verify/peak-memory';

describe('residentMiB', () => {
  const processes = new Map([
    [1, { parent: 0, residentMiB: 1000 }],
    [2, { parent: 1, residentMiB: 10.4 }],
    [3, { parent: 2, residentMiB: 20 }],
    [4, { parent: 3, residentMiB: 40 }],
    [5, { parent: 1, residentMiB: 80 }],
  ]);

  it('adds a process and all its descendants', () => {
    expect(residentMiB(2, processes)).toBe(70);
  });

  it('leaves out what is not below it', () => {
    expect(residentMiB(4, processes)).toBe(40);
  });

  it('is nothing for a process nobody knows', () => {
    expect(residentMiB(9, processes)).toBe(0);
  });
});

describe('watchMemory', () => {
  it('tells once that there is more than the bound, and remembers the most', () => {
    const exceeded: number[] = [];
    const watch = watchMemory(1, (miB) => exceeded.push(miB));
    watch.stop();
    expect(exceeded).toHaveLength(1);
    expect(watch.peakMiB()).toBe(exceeded[0]);
  });

  it('says nothing below the bound', () => {
    const exceeded: number[] = [];
    watchMemory(1_000_000, (miB) => exceeded.push(miB)).stop();
    expect(exceeded).toEqual([]);
  });
});
