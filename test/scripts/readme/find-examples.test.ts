import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classesWithout, examplesIn, findExamples } from '../../../scripts/readme/find-examples';
import { inTemporary } from '../../support/written';

const README = `# Title

\`\`\`ts
import { App } from 'cdktf';
new App().synth();
\`\`\`

A part of a program, another language, and a program after a comment:

\`\`\`ts
new Bucket(this, 'Part');
\`\`\`

\`\`\`sh
import x
\`\`\`

\`\`\`ts
// main.ts

import { Queue } from 'x';
new Queue();
\`\`\`
`;

test('programs are the blocks that begin with an import', () => {
  expect(examplesIn('a/README.md', README)).toEqual([
    { file: 'a/README.md', line: 4, code: "import { App } from 'cdktf';\nnew App().synth();\n" },
    {
      file: 'a/README.md',
      line: 19,
      code: "// main.ts\n\nimport { Queue } from 'x';\nnew Queue();\n",
    },
  ]);
});

test('programs are found in every README below a folder, by path', () => {
  const files = inTemporary((folder) => {
    mkdirSync(join(folder, 's3'));
    for (const path of ['s3/README.md', 'README.md', 's3/OTHER.md', 'NOT-README.md'])
      writeFileSync(join(folder, path), README);
    return findExamples(folder).map(({ file, line }) => `${file.slice(folder.length + 1)}:${line}`);
  });

  expect(files).toEqual(['README.md:4', 'README.md:19', 's3/README.md:4', 's3/README.md:19']);
});

test('a class needs a program that makes one', () => {
  const examples = examplesIn('README.md', README);

  expect(classesWithout(examples, ['Queue', 'Bucket', 'App', 'Ap'])).toEqual(['Ap', 'Bucket']);
});
