// What runs inside the page, in the real window and in Chromium alike: it hears keys with the time that the engine gave
// them, sees what the core answers, and says when a thing was painted. It changes nothing of the page.

/** The body of a function that puts `bench` into the page; again and again is as good as once. */
export const PROBE = `
if (window.bench) return true;
const bench = (window.bench = { open: 0, answers: [], listens: true, key: 0 });
window.addEventListener('keydown', (event) => { bench.key = event.timeStamp; }, true);
// A letter that comes from no key, as with a keyboard of another script.
window.addEventListener('beforeinput', (event) => { bench.key ||= event.timeStamp; }, true);

// Both doors ask through fetch: the name of the command stands in what is sent.
const ask = window.fetch;
window.fetch = async (...given) => {
  let asked = null;
  try {
    const { body } = given[1] ?? {};
    const words = typeof body === 'string' ? body : body ? new TextDecoder().decode(body) : '';
    asked = words ? JSON.parse(words) : null;
  } catch { /* not a question of ours */ }
  const quiet = asked?.name === undefined || asked.name === 'ChangedSince';
  if (!quiet) bench.open += 1;
  const begun = performance.now();
  try {
    const answer = await ask.apply(window, given);
    if (!quiet && bench.listens) {
      const copy = answer.clone();
      copy.text().then((text) => {
        let reply = null;
        try { reply = JSON.parse(text); } catch { /* a refusal may be plain */ }
        const refused = !answer.ok || reply?.code !== undefined;
        bench.answers.push({ name: asked.name, args: asked.args, begun, took: performance.now() - begun, refused, reply: reply?.reply ?? reply });
        if (bench.answers.length > 200) bench.answers.splice(0, 100);
      }, () => {});
    }
    return answer;
  } finally {
    if (!quiet) setTimeout(() => { bench.open -= 1; });
  }
};

// One channel for all: the engine keeps one that is left open, and asks about each of them at each collection.
const { port1, port2 } = new MessageChannel();
const drawn = [];
port1.onmessage = () => drawn.shift()?.();

/** The end of the next frame: what stands in the document then has been drawn. */
bench.painted = () => new Promise((done) => requestAnimationFrame(() => {
  drawn.push(() => done(performance.now()));
  port2.postMessage(null);
}));

/** Waits until sign() holds, looking after each change of the document and each frame; answers when that was painted. */
bench.until = (sign, patience = 20000) => new Promise((done, fail) => {
  const last = performance.now() + patience;
  let over = false;
  const look = () => {
    if (over) return;
    if (sign()) {
      over = true;
      watch.disconnect();
      bench.painted().then(done);
    } else if (performance.now() > last) {
      over = true;
      watch.disconnect();
      fail(new Error('waited ' + patience + ' ms for ' + sign));
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
  const frame = () => { look(); if (!over) requestAnimationFrame(frame); };
  frame();
});

/** From the next key until sign() holds and is painted; ask for it with bench.last after the key. */
bench.fromKey = (sign) => {
  bench.key = 0;
  bench.answers.length = 0;
  bench.last = bench.until(() => bench.key > 0 && sign()).then((at) => at - bench.key);
  bench.last.catch(() => {});
};

bench.rows = () => [...document.querySelectorAll('.grid [role=row][data-index]')];
/** Every row in sight has its words. */
bench.filled = () => {
  const rows = bench.rows();
  return rows.length > 0 && rows.every((row) => row.getAttribute('aria-busy') !== 'true');
};
/** Nothing is asked, loaded or waited for. */
bench.settled = () => bench.open === 0 && !document.querySelector('p.wait, [aria-busy=true]');
return true;
`;
