"""The store: builds opened read-only, queries vetted, asked in processes that can be ended, words looked up.

- `builds` opens the build in service, `kept` lists all; `loading` and `texts` make the files of a build,
  `articles` keeps the texts, `shortcuts` the short links; `queries` reads `.rq` files.
- `tokens`, `prologue` and `vetting` judge a user's query before any engine sees it; `blocks` are the parts of
  it that others answer, `searches` those that the text index does (`ranked`).
- `workers` asks a user's query in `processes` that run `worker`, which counts `rows`; `answers` come back, in
  `forms`; `running` knows all queries that run.
- `outlines` takes a query apart into `parts`; `pruning` writes it without some. `emptiness` tells what leaves
  it without rows, `costs` what makes it slow, `bounded` how to ask for less, `likeness` what may be meant.
"""
