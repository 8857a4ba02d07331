// What a page tells, read from what stands in it: facts with their values and sentences, words, and where links lead.
// A list that shows its first facts only is read whole, on the pages that it leads to.
async () => {
  const place = (node) => node?.getAttribute("href") ?? "";
  const values = (node) => [...node.querySelectorAll("a, bdi")]
    .filter((each) => !each.closest(".cites, .badge"))
    .map((each) => [each.textContent.trim(), place(each)]);
  const written = (node) => {
    const found = values(node);
    return found.length ? found : [[node.textContent.trim(), ""]];
  };
  const sentences = (node) => [...node.querySelectorAll(".cite")]
    .map((each) => [each.querySelector("p").textContent, place(each.querySelector("a"))]);
  const named = (node) => [...(node.matches("div") ? [node] : node.querySelectorAll("dl > div"))].map((each) => ({
    name: each.querySelector("dt").textContent.trim(),
    values: [...each.querySelectorAll("dd")].flatMap(written),
  }));
  const fact = (panel, node, lead, fields) => ({
    panel, fields, lead: lead ? values(lead) : [], sentences: sentences(node),
    status: [...node.querySelectorAll(":scope > .badge, .lead .badge")].map((each) => each.className.replace("badge ", "")),
    day: node.querySelector("time")?.getAttribute("datetime") ?? "",
  });
  const row = (panel, node, heads) => fact(panel, node, node.querySelector("th"),
    [...node.querySelectorAll("td")].map((each, i) => ({ name: heads[i + 1], values: values(each) })));
  const step = (panel, node) => fact(panel, node, node.querySelector(".who"),
    [...node.querySelectorAll(".words")].map((each) => ({ name: "", values: values(each) })));
  const told = (section) => {
    const panel = section.querySelector("h2").id;
    const all = (selector) => [...section.querySelectorAll(selector)];
    const heads = all("thead th").map((each) => each.textContent.trim());
    return [
      ...all("li.fact").map((each) => fact(panel, each, each.querySelector(".lead"), named(each))),
      ...all(".sentences > li, dl.terms > div").map((each) => fact(panel, each, null, named(each))),
      ...all("li.step").map((each) => step(panel, each)),
      ...all("ul.names > li").map((each) => fact(panel, each, each, [])),
      ...all("tbody tr").map((each) => row(panel, each, heads)),
    ];
  };
  const lists = async (from) => {
    const found = [];
    for (const link of from.querySelectorAll("main .more a[href*='panel=']"))
      for (let next = place(link); next;) {
        const answer = await fetch(new URL(next, location));
        const read = new DOMParser().parseFromString(await answer.text(), "text/html");
        found.push(read.querySelector("main"));
        next = place(read.querySelector("main a[rel=next]"));
      }
    return found;
  };
  const main = document.querySelector("main");
  const whole = [main, ...await lists(document)];
  return {
    title: main.querySelector("h1").textContent,
    kind: place(main.querySelector(".kind a")),
    facts: [...[...main.querySelectorAll(".title .dek")].map((each) => fact("title", each, each, [])), ...[...main.querySelectorAll("section.panel:not(:has(figure)):not(.source)")].flatMap(told)],
    words: whole.map((each) => each.textContent).join("\n"),
    places: whole.flatMap((each) => [...each.querySelectorAll("a")].map(place)),
    data: [...document.querySelectorAll("script[type='application/ld+json']")].map((each) => each.textContent),
  };
}
