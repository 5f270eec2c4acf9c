/** Consumers of a group that run at the most replicas. */
export function consumersAt(maxReplicas: number, threads: number): number {
  return maxReplicas * threads;
}

/** The numbers of consumers that each get as many partitions, in order: the divisors. */
export function evenConsumers(partitions: number): readonly number[] {
  const small: number[] = [];
  const large: number[] = [];
  for (let count = 1; count * count <= partitions; count += 1) {
    if (partitions % count !== 0) continue;
    small.push(count);
    if (count * count !== partitions) large.unshift(partitions / count);
  }
  return [...small, ...large];
}

/** The most replicas, up to a number, whose consumers each get as many partitions; nothing when no number does. */
export function evenReplicas(
  partitions: number,
  threads: number,
  atMost: number,
): number | undefined {
  return evenConsumers(partitions)
    .filter((consumers) => consumers % threads === 0)
    .map((consumers) => consumers / threads)
    .findLast((replicas) => replicas <= atMost);
}

/** The fewest partitions, from a number on, that so many consumers share evenly. */
export function evenPartitions(partitions: number, consumers: number): number {
  return Math.ceil(partitions / consumers) * consumers;
}
