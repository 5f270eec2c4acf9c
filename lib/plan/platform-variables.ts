import type { Service } from '../model/service';
import { derivedVariables } from './connections';
import { outboundEdges } from './edges';
import type { SystemIndex } from './index-of-system';
import { planKafka } from './kafka-plan';
import type { Place } from './naming';
import { schemaUses } from './schema-plan';
import { planStore } from './store-plan';

/** Tells of any service which variables the platform gives it in some region of some environment. */
export function platformVariables(index: SystemIndex): (service: Service) => ReadonlySet<string> {
  const { environments, system, topics } = index.view;
  const settings = environments.flatMap((environment) =>
    environment.regions.map((region) => {
      const { name, account } = environment;
      const place: Place = { system: system.name, environment: name, region, account };
      return { environment, region, place, kafka: planKafka(environment, region, place, topics) };
    }),
  );
  return (service) => {
    const callees = outboundEdges(index, service);
    const { publications, consumptions } = service;
    const variables = settings.flatMap(({ environment, region, place, kafka }, position) => {
      const stores = (index.storesOf.get(service.name) ?? []).flatMap(
        (store) => planStore(environment, region, place, store) ?? [],
      );
      return derivedVariables(place, {
        ...{ service, stores, publications, consumptions, dataCidrs: [] },
        schemas: schemaUses(environment, place, [...publications, ...consumptions]),
        // Services are called by the same names everywhere, so once is enough.
        callees: position === 0 ? callees : [],
        ...(kafka && { kafka }),
      });
    });
    return new Set(variables);
  };
}
