"""The playground's page in a real browser: learning, controls, keyboard, labels, no request."""

import base64
import json
from urllib.parse import urlencode

import numpy as np
import pytest
from deepnet_replay import CASES, REPLAY, assert_replayed, recorded
from page_script import chromium, run_script

import rnet
from rnet.deep.playground_page import joined_modules, source

pytestmark = pytest.mark.browser

TOLERANCE = 1e-10  # two languages' exp and tanh differ in the last bit, and training spreads it
EPOCHS = 2
PATIENCE = 20_000  # milliseconds, on a busy machine


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("playground") / "page.html"
    rnet.playground().save(path)
    return path.as_uri()


@pytest.fixture(scope="module")
def page(address):
    """Return a page; at the end nothing was requested and the console was silent."""
    page = chromium().new_page()
    page.set_default_timeout(PATIENCE)
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert {url.split("#")[0] for url in requests} <= {address, "about:blank", "about:srcdoc"}
    assert complaints == []


@pytest.fixture
def fresh(page, address):
    """Return the page as it is when opened."""
    page.goto("about:blank")
    page.goto(address)
    return page


@pytest.fixture
def opened(page, address):
    """Return a function that gives the page with some settings, not loaded anew if it stands."""

    def at(**settings):
        page.goto(f"{address}#{urlencode({'seed': 1, **settings})}")
        page.evaluate("document.activeElement.blur()")
        return page

    return at


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def run_of(page):
    """Return the JSON the page shows, without the waiting of a click by the mouse."""
    return json.loads(
        page.evaluate(
            """() => {
              document.querySelector("[data-key=tab-JSON]").click();
              return document.querySelector("[role=tabpanel]").textContent;
            }"""
        )
    )


def after_steps(page):
    for _ in range(EPOCHS):
        page.evaluate("document.querySelector('[data-key=s]').click()")
    return run_of(page)


def epoch_of(page) -> int:
    return int(page.locator(".epoch").inner_text().replace(",", ""))


def wait_for_epoch(page, least: int) -> None:
    page.wait_for_function(
        "least => Number(document.querySelector('.epoch').textContent.replace(',', '')) >= least",
        arg=least,
    )


def test_chromium_trains_what_deepnet_trained() -> None:
    cases = [recorded(name) for name in CASES]
    answers = run_script(("random.js", "deepnet.js"), REPLAY, cases, in_browser=True)
    for answer, case in zip(answers, cases, strict=True):
        assert_replayed(answer, case)


def test_it_learns_xor_and_python_takes_the_net_over(opened) -> None:
    page = opened(data="xor", hidden="4", rate=0.1)
    button(page, "Play").click()
    wait_for_epoch(page, 100)
    button(page, "Pause").click()
    epochs = epoch_of(page)
    assert f"Epoch {epochs}: training loss" in page.get_by_role("status").inner_text()
    run = run_of(page)
    assert run["epochs"] == epochs
    assert run["loss"]["train"] < 0.3

    fit = rnet.from_playground(json.dumps(run))
    rnet.set_seed(1)
    test = rnet.playground_data("xor", 200)[100:]
    p, y = fit.predict(test)["label"].to_numpy(), test["label"].to_numpy()
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    assert loss == pytest.approx(run["loss"]["test"], abs=TOLERANCE)
    right = page.locator("dd").nth(2).inner_text()
    assert right == f"{round(100 * float(((p > 0.5) == (y > 0.5)).mean()))} %"


def test_the_address_holds_the_run(opened) -> None:
    page = opened(data="gauss", hidden="3", act="relu")
    button(page, "Step").click()
    button(page, "Step").click()
    before = run_of(page)
    assert "data=gauss" in page.url
    page.reload()
    page.get_by_role("status").get_by_text("Epoch 2:").wait_for()
    assert run_of(page) == before


def select(label, choice):
    return lambda page: page.get_by_label(label, exact=True).select_option(label=choice)


def slide(label, key):
    return lambda page: page.get_by_label(label).press(key)


def click(name, role="button"):
    return lambda page: page.get_by_role(role, name=name, exact=True).click(force=True)


def fill_seed(page) -> None:
    page.get_by_label("Seed").fill("2")
    page.get_by_label("Seed").press("Enter")


CONTROLS = {
    "trainer": ({}, select("Trained by", "R’s deepnet (nn.train)")),
    "problem": ({}, select("Problem", "Regression")),
    "rate": ({}, select("Learning rate", "0.1")),
    "optimiser": ({}, select("Optimiser", "Adam")),
    "activation": ({}, select("Activation", "ReLU")),
    "start weights": ({}, select("Start weights", "N(0, 1)")),
    "regularisation": ({}, select("Regularisation", "L2")),
    "its rate": ({"regularisation": "L1"}, select("Its rate", "0.1")),
    "seed": ({}, fill_seed),
    "data set": ({}, click("Spiral", "radio")),
    "regression data": ({"problem": "regression", "data": "plane"}, click("Hills", "radio")),
    "noise": ({}, slide("Noise", "ArrowRight")),
    "train share": ({}, slide("Points to train on", "ArrowRight")),
    "batch size": ({}, slide("Batch size", "ArrowLeft")),
    "feature on": ({}, click("Feature x²")),
    "feature off": ({}, click("Feature y")),
    "unit more": ({}, click("Add a unit to layer 2")),
    "unit fewer": ({}, click("Remove a unit from layer 1")),
    "layer more": ({}, click("Add a hidden layer")),
    "layer fewer": ({}, click("Remove a hidden layer")),
    "preset": ({}, click("One hidden layer can")),
}


WITHOUT: dict[str, object] = {}
"""What a change is compared with: the weights after the same steps without it."""


@pytest.mark.parametrize("name", CONTROLS)
def test_every_control_changes_the_trained_net(opened, name) -> None:
    settings, change = CONTROLS[name]
    key = urlencode(settings)
    if key not in WITHOUT:
        WITHOUT[key] = after_steps(opened(**settings))["layers"]
    page = opened(**settings, epochs=0)
    change(page)
    if name == "preset":
        button(page, "Pause").click()
        button(page, "Reset").click()
    run = after_steps(page)
    assert run["layers"] != WITHOUT[key]
    assert run["epochs"] == EPOCHS
    assert len(run["layers"]) == len(run["settings"]["hidden"]) + 1


def test_no_control_is_left_out(fresh) -> None:
    page = fresh
    controls = page.locator("select:not([name=speed]), input:not([type=checkbox])").evaluate_all(
        "list => [...new Set(list.map((control) => control.name))]"
    )
    assert set(controls) | {"features", "hidden"} == set(run_of(page)["settings"])


def test_the_keyboard_does_all(fresh) -> None:
    page = fresh
    page.keyboard.press("s")
    assert epoch_of(page) == 1
    page.keyboard.press("p")
    wait_for_epoch(page, 3)
    page.keyboard.press("p")
    assert button(page, "Play").is_visible()
    page.keyboard.press("r")
    assert epoch_of(page) == 0
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.key"))
    for key in ("p", "features", "trainer", "data-circle", "noise", "feature-x2", "more-1",
                "unit-1-0", "more-layers", "test", "tab-rnet", "copy", "theme"):  # fmt: skip
        assert key in reached
    more = button(page, "Add a unit to layer 1")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert run_of(page)["settings"]["hidden"] == [6, 2]
    page.get_by_label("Seed").press("s")  # a letter in a field is no command
    assert epoch_of(page) == 0


def test_arrow_keys_change_the_code_shown(fresh) -> None:
    page = fresh
    page.get_by_role("tab", name="rnet").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="R", exact=True).get_attribute("aria-selected") == "true"
    assert "set.seed(1)" in page.get_by_role("tabpanel").inner_text()


def test_the_code_is_copied(fresh) -> None:
    page = fresh
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("tab", name="R", exact=True).click()
    button(page, "Copy").click()
    page.get_by_role("status").get_by_text("R copied.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == page.get_by_role("tabpanel").text_content()


def test_all_that_can_be_used_has_a_name(fresh) -> None:
    page = fresh
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    used = {"button", "combobox", "slider", "radio", "checkbox", "spinbutton", "image", "tab",
            "tabpanel", "textbox", "navigation", "region"}  # fmt: skip
    named: dict[str, list[str]] = {}
    for node in nodes:
        role = node.get("role", {}).get("value", "")
        if role in used and not node.get("ignored"):
            named.setdefault(role, []).append(node.get("name", {}).get("value", "").strip())
    assert len(named["button"]) > 30
    assert {"combobox", "slider", "radio", "checkbox", "spinbutton", "image", "tab"} <= set(named)
    for role, names in named.items():
        assert all(names), role
    units = [name for name in named["button"] if name.startswith("Layer 1, unit 1. Bias 0.000")]
    assert "Weights: x " in units[0]


def test_a_unit_is_shown_large(fresh) -> None:
    page = fresh
    unit = page.locator('[data-key="unit-1-2"]')
    unit.click()
    assert unit.get_attribute("aria-pressed") == "true"
    plane = page.locator("canvas.plane")
    assert "layer 1, unit 3" in plane.get_attribute("aria-label")
    unit.click()
    page.mouse.move(0, 0)
    page.get_by_label("Seed").focus()
    assert "the output" in plane.get_attribute("aria-label")


def test_an_explosion_is_told(fresh) -> None:
    page = fresh
    button(page, "A rate of 3 diverges").click()
    status = page.get_by_role("status").get_by_text("The loss exploded in epoch")
    status.wait_for()
    assert "lower learning rate" in status.inner_text()
    assert button(page, "Play").is_disabled()
    page.keyboard.press("r")
    assert button(page, "Play").is_enabled()
    button(page, "A rate of 3 diverges").click()
    status.wait_for()
    with pytest.raises(rnet.RError, match="exploded in epoch"):
        rnet.from_playground(json.dumps(run_of(page)))


def test_deepnet_closes_what_it_does_not_know(fresh) -> None:
    page = fresh
    page.get_by_label("Optimiser").select_option(label="Adam")
    page.get_by_label("Trained by").select_option(label="R’s deepnet (nn.train)")
    assert run_of(page)["settings"]["optim"] == "sgd"
    assert page.get_by_label("Optimiser").locator("option", has_text="Adam").is_disabled()


def test_light_and_dark(fresh) -> None:
    page = fresh
    ground = "() => getComputedStyle(document.querySelector('.rnet-playground')).backgroundColor"
    light = page.evaluate(ground)
    button(page, "Light or dark").click()
    dark = page.evaluate(ground)
    assert dark != light
    button(page, "Light or dark").click()
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(ground) == dark
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_it_fits_the_width(opened, width) -> None:
    page = opened()
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_request_would_be_refused(address) -> None:
    page = chromium().new_page()  # its console is not silent
    page.goto(address)
    refused = page.evaluate(
        """() => new Promise((resolve) => {
          addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          fetch("http://127.0.0.1:9/").catch(() => {});
          setTimeout(() => resolve("sent"), 3000);
        })"""
    )
    page.close()
    assert refused == "connect-src"


def test_it_runs_in_a_notebook_frame(page) -> None:
    page.goto("about:blank")
    page.set_content(rnet.playground({"data": "xor", "hidden": [3]})._repr_html_())
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Step").click()
    frame.get_by_role("tab", name="JSON").click()
    run = json.loads(frame.get_by_role("tabpanel").inner_text())
    assert (run["epochs"], run["settings"]["hidden"]) == (1, [3])


def test_the_widgets_module_renders_into_an_element(page) -> None:
    module = f"{joined_modules('view.js')}\nexport default {{ render }};\n"
    page.goto("about:blank")
    page.add_style_tag(content=source("style.css"))
    text = page.evaluate(
        """async (module) => {
          const { default: widget } = await import(`data:text/javascript;base64,${module}`);
          const values = { state: { data: "gauss" } };
          const model = {
            get: (name) => values[name], set: (name, value) => (values[name] = value),
            save_changes() {},
          };
          widget.render({ model, el: document.body });
          document.querySelector("[data-key=s]").click();
          return values.result;
        }""",
        base64.b64encode(module.encode()).decode(),
    )
    assert json.loads(text)["settings"]["data"] == "gauss"
    assert rnet.from_playground(text).history["epoch"].tolist() == [1]
