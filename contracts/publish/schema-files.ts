import { FIXTURE_SCHEMA } from '../../mock-server/index.js';
import { verifySchema } from '../provider/report-schema.js';
import { reportSchema } from '../report/json-schema.js';
import { connectorSchemas, type JsonSchema } from '../schemas/index.js';
import { withDescriptions } from '../schemas/key-descriptions.js';
import { settingsSchema } from '../settings/index.js';

/** The JSON Schemas for editors and other programs, as texts by their file in the folder `schemas`. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const connector = Object.entries(connectorSchemas).map(([name, schema]): [string, JsonSchema] => [
    `${name}.schema.json`,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `${name} of a REST connection of Saviynt EIC`,
      ...withDescriptions(schema),
    },
  ]);
  const files: [string, JsonSchema][] = [
    ...connector,
    ['jama-sim.schema.json', settingsSchema],
    ['report.schema.json', reportSchema],
    ['verify.schema.json', verifySchema],
    [
      'fixture.schema.json',
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'a recorded tenant, as jama-sim record writes it',
        ...FIXTURE_SCHEMA,
      },
    ],
  ];
  return new Map(files.map(([file, schema]) => [file, `${JSON.stringify(schema, null, 2)}\n`]));
}
