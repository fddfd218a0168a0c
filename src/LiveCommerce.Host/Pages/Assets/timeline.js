// The slider works as a form without this; with it, each step is shown at once and the slider keeps the focus.
const slider = document.querySelector("[data-slider] input[type=range]");
const parts = ["standing", "session", "ready", "steps", "axes", "facts", "chosen"];
let turn = 0;

async function show() {
    const mine = ++turn;
    const address = `${location.pathname}?version=${slider.value}`;
    const answer = await fetch(address);
    if (!answer.ok || mine !== turn) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of parts) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
    slider.setAttribute("aria-valuetext", page.getElementById("version").getAttribute("aria-valuetext"));
    for (const id of ["effectiveAt", "recordedAt"]) document.getElementById(id).value = "";
    document.querySelector("[role=alert]")?.remove();
    history.replaceState(null, "", address);
}

if (slider) {
    slider.form.querySelector("button").hidden = true;
    slider.addEventListener("input", show);
}
