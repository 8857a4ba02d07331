// Ask an endpoint through Comunica: node comunica.mjs ENDPOINT QUERY, in a folder that has @comunica/query-sparql.
import { createRequire } from "node:module";
import { join } from "node:path";

const { QueryEngine } = createRequire(join(process.cwd(), "x"))("@comunica/query-sparql");
const [endpoint, query] = process.argv.slice(2);
// Without a type: Comunica finds out by itself that this is an endpoint, from its service description.
const rows = await new QueryEngine().queryBindings(query, { sources: [endpoint] });
for (const row of await rows.toArray()) console.log(row.get("o").value);
