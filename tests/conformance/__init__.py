"""The W3C's tests of SPARQL, run over HTTP against a running server from their own manifests.

`fetch` brings the suites onto the machine, `suites` reads their manifests, `servers` says how a server is
given data, `answers` compares results, `runner` runs a test; `protocol.toml` holds the requests of the
protocol's tests, which the manifest only names, `description.ttl` the schema of a service description,
`expected.tsv` what does not pass.
"""
