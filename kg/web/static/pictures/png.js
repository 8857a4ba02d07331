// Offer each picture as PNG too: the file of its drawing, painted by the browser.

const SCALE = 2; // pixels for each unit: sharp in print

function offer() {
  for (const figure of document.querySelectorAll("figure.picture")) {
    const ways = figure.querySelector(".out");
    if (ways.querySelector("button")) continue;
    const [item, button] = ["li", "button"].map((name) => document.createElement(name));
    button.type = "button";
    button.textContent = "PNG";
    button.setAttribute("aria-label", figure.dataset.png);
    button.addEventListener("click", () => keep(figure));
    item.append(button);
    ways.append(item);
  }
}

async function keep({ dataset }) {
  const answer = await fetch(dataset.file);
  const drawn = new Image();
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
  await drawn.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: drawn.width * SCALE, height: drawn.height * SCALE });
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const link = Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download: `${dataset.name}.png` });
  link.click();
}

offer();
document.addEventListener("pictures", offer);
