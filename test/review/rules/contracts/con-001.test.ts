import { Api, Journey, Service } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, WEB } from '../../breaches';

type Method = 'GET' | 'POST';

/** `kiosk` offers something beside web, whose `GET /` and `POST /checkout` are open to the world. */
const offering = (method: Method, path: `/${string}`, open = true, own: `/${string}` = '/') => {
  const { system, context, web } = soundSystem({
    web: {
      api: Api.http({
        Checkout: { method: 'POST', path: '/checkout' },
        Browse: { method: 'GET', path: own },
      }),
    },
  });
  const kiosk = new Service(context, 'kiosk', {
    image: 'registry.example.com/shop/kiosk',
    api: Api.http({ Look: { method, path } }),
    replicas: { min: 2, max: 4 },
    resources: { cpu: '500m', memory: '512Mi' },
    throughput: { perReplica: 100, peak: 100 },
    objective: { availability: '99%' },
  });
  const steps = [web.api.operation('Browse'), web.api.operation('Checkout')];
  new Journey(system, 'visit', {
    steps: open ? [...steps, kiosk.api.operation('Look')] : steps,
    peak: 1,
  });
  return breaches(system, 'CON-001');
};

describe('CON-001', () => {
  test('accepts another path, and another method of the same', () => {
    expect(offering('GET', '/kiosk')).toStrictEqual([]);
    expect(offering('POST', '/')).toStrictEqual([]);
  });

  test('accepts what is not open to the world', () => {
    expect(offering('GET', '/', false)).toStrictEqual([]);
  });

  test('refuses a request that two services answer', () => {
    expect(offering('GET', '/')).toStrictEqual([
      {
        path: WEB,
        problem: 'web.Browse and kiosk.Look are both GET /, and both are open to the world',
        numbers: { method: 'GET', path: '/' },
        fix: 'give one of them another path, or leave one out of the journeys',
      },
    ]);
  });

  test('does not go by the names of parameters, but by where they stand', () => {
    expect(offering('GET', '/goods/{id}', true, '/goods/{goodsId}')).toMatchObject([
      { numbers: { method: 'GET', path: '/goods/{goodsId}' } },
    ]);
    expect(offering('GET', '/goods/{id}/parts', true, '/goods/{id}')).toStrictEqual([]);
    expect(offering('GET', '/goods/all', true, '/goods/{id}')).toStrictEqual([]);
  });
});
