import { restrictedProblems } from '../../../../scripts/verify/kubernetes/pod-security';

const CONTAINER = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const POD = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

function problems(container: object, pod: object = {}, spec: object = {}): readonly string[] {
  return restrictedProblems({
    kind: 'Deployment',
    spec: {
      template: {
        spec: {
          securityContext: { ...POD, ...pod },
          containers: [{ securityContext: { ...CONTAINER, ...container } }],
          ...spec,
        },
      },
    },
  });
}

test('pods that give up what the standard asks for pass', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } })).toEqual([]);
  expect(problems({}, {}, { volumes: [{ name: 'a', emptyDir: {} }] })).toEqual([]);
  expect(restrictedProblems({ kind: 'Service' })).toEqual([]);
});

test.each([
  [{ privileged: true }, {}, {}, 'privileged is true'],
  [{ allowPrivilegeEscalation: true }, {}, {}, 'allowPrivilegeEscalation is not false'],
  [{ runAsNonRoot: false }, {}, {}, 'runAsNonRoot is not true'],
  [{}, { runAsNonRoot: false }, {}, 'runAsNonRoot is not true'],
  [{}, { runAsUser: 0 }, {}, 'runAsUser is 0'],
  [{}, { seccompProfile: { type: 'Unconfined' } }, {}, 'seccompProfile is not RuntimeDefault'],
  [{ capabilities: {} }, {}, {}, 'capabilities.drop has no ALL'],
  [
    { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } },
    {},
    {},
    'capabilities.add has SYS_ADMIN',
  ],
  [{}, {}, { hostNetwork: true }, 'hostNetwork is true'],
  [{}, {}, { volumes: [{ name: 'a', hostPath: {} }] }, 'a volume is of type hostPath'],
])('%j %j %j is against the standard', (container, pod, spec, problem) => {
  expect(problems(container, pod, spec)).toEqual([problem]);
});
