import { announceReady } from '@logomorph/core/process.ts';
import Fastify from 'fastify';
import { Pool } from 'pg';
import Type from 'typebox';
import Value from 'typebox/value';

// What an API on Fastify and Postgres costs when it does nothing else: no keys, limits, headers, metrics, log or schemas of
// answers. `GET /hello`, a select of one row by its key, and an insert of one in a transaction.
// biome-ignore lint/style/noProcessEnv: the benchmark says here where the database is
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(
  'create table if not exists bare_renders (id bigint generated always as identity primary key, body jsonb)',
);
const Created = Type.Object({ id: Type.String() });
const app = Fastify();

app.get('/hello', async () => ({ hello: 'world' }));

app.get<{ Params: { id: string } }>('/renders/:id', async (request) => {
  const { rows } = await pool.query({
    name: 'select',
    text: 'select id, state, recipe, created_at from renders where id = $1',
    values: [request.params.id],
  });
  return rows[0];
});

app.post('/renders', async (request, reply) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query({
      name: 'insert',
      text: 'insert into bare_renders (body) values ($1) returning id',
      values: [JSON.stringify(request.body)],
    });
    await client.query('commit');
    return await reply.code(202).send(Value.Parse(Created, rows[0]));
  } finally {
    client.release();
  }
});

await app.listen({ host: '127.0.0.1', port: 0 });
announceReady(app.server);
process.on('disconnect', () => process.exit());
