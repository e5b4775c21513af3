import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Writes sentences and says none. */
const writer = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Where a value goes. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Gives the place of each value. */
export type BlankFor<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>;

/**
 * A query that is built once and said with other values each time. Building one costs more than SQLite needs to answer it, so those
 * that every webhook asks are prepared.
 *
 * @example
 * const callOf = prepare<{ id: string }>()((db, blank) => db.selectFrom('call').selectAll().where('id', '=', blank('id')));
 * const { rows } = await callOf(trx, { id });
 */
export function prepare<Values extends object>() {
  return <Row>(write: (db: Kysely<Tables>, blank: BlankFor<Values>) => { compile(): CompiledQuery<Row> }) => {
    const compiled = write(writer, (name) => sql`${new Blank(name)}`).compile();
    return (db: Kysely<Tables> | Transaction<Tables>, values: Values): Promise<QueryResult<Row>> => {
      const parameters = compiled.parameters.map((one) => (one instanceof Blank ? Reflect.get(values, one.name) : one));
      return db.executeQuery({ ...compiled, parameters });
    };
  };
}
