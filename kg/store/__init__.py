"""The store: builds opened read-only, queries vetted, asked in processes that can be ended, words looked up.

`builds` opens the build in service; `loading` and `texts` make the files of a build, `articles` keeps the
texts; `queries` reads `.rq` files; `tokens` and `vetting` judge a user's query before any engine sees it;
`forms` names the forms of results; `workers` asks a user's query in `processes` that run `worker`; `running`
knows all queries that run.
"""
