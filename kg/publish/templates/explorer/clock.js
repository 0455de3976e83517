/* The time slider: what the pages up to a date say, or one date's alone; it can play. */

const Clock = (() => {
  const BEAT = 1100;
  /** Pixels of a date under the slider. */
  const TICK = 72;
  let timer = 0;

  /** The slider's places: each date of a page, and behind the last one all of time. */
  function render(state) {
    const steps = Dates.steps();
    const bar = Dom.byId("clock");
    bar.hidden = steps.length < 2;
    if (bar.hidden) return;
    if (!bar.firstChild) build(bar);
    const position = state.time
      ? Math.max(0, steps.filter((step) => step <= state.time).length - 1)
      : steps.length;
    const slider = Dom.byId("time");
    slider.max = String(steps.length);
    slider.value = String(position);
    slider.setAttribute("aria-label", Words.say("clock.label"));
    slider.setAttribute("aria-valuetext", timeWords(state));
    Dom.byId("time-now").textContent = timeWords(state);
    Dom.byId("play").textContent = timer ? "❚❚" : "▶";
    Dom.byId("play").setAttribute("aria-label", Words.say(timer ? "clock.pause" : "clock.play"));
    Dom.byId("time-only").checked = state.only;
    Dom.byId("time-only").disabled = !state.time;
    Dom.byId("time-only-word").textContent = Words.say("clock.only");
    drawTicks(steps);
  }

  const timeWords = (state) =>
    !state.time
      ? Words.say("clock.all")
      : Words.say(state.only ? "clock.at" : "clock.until", { date: state.time });

  function build(bar) {
    Dom.fill(
      bar,
      Dom.button("▶", toggle, { id: "play" }),
      Dom.make(
        "div",
        { class: "slider" },
        Dom.make("input", {
          id: "time",
          type: "range",
          min: "0",
          step: "1",
          oninput: (event) => moveTo(Number(event.target.value)),
        }),
        Dom.make("div", { class: "ticks", "aria-hidden": "true" }),
      ),
      Dom.make("output", { id: "time-now", for: "time" }),
      Dom.make(
        "label",
        {},
        Dom.make("input", {
          id: "time-only",
          type: "checkbox",
          onchange: (event) => State.change({ only: event.target.checked }),
        }),
        Dom.make("span", { id: "time-only-word" }),
      ),
    );
  }

  /** Dates under the slider while there is room for them. */
  function drawTicks(steps) {
    const room = document.querySelector("#clock .ticks").clientWidth / TICK;
    const every = Math.ceil(steps.length / Math.max(1, Math.floor(room)));
    const ticks = steps.map((step, i) => [step, i]).filter(([, i]) => i % every === 0);
    Dom.fill(
      document.querySelector("#clock .ticks"),
      ticks.map(([step, i]) =>
        Dom.make("span", { style: { left: `${(100 * i) / steps.length}%` } }, step.slice(0, 7)),
      ),
    );
  }

  function moveTo(position) {
    State.change({ time: Dates.steps()[position] ?? "" }, { step: false });
  }

  function toggle() {
    if (timer) return stop();
    const { time } = State.get();
    if (!time || time === Dates.steps().at(-1)) moveTo(0);
    timer = setInterval(advance, BEAT);
    render(State.get());
  }

  function advance() {
    const position = Dates.steps().indexOf(State.get().time);
    if (position < 0 || position === Dates.steps().length - 1) stop();
    else moveTo(position + 1);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    render(State.get());
  }

  return { render, toggle };
})();
