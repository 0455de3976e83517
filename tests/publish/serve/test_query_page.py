"""The query page in a browser, as a person uses it."""

import pytest


@pytest.fixture
def page(browser, ask):
    """The query page; at the end the console has stayed empty and nobody else was asked."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://localhost:{ask.port}/")
    yield page
    assert complaints == []
    assert all(url.startswith((f"http://localhost:{ask.port}/", "data:", "blob:")) for url in asked)
    context.close()


def test_an_example_with_a_parameter_is_answered_in_a_table(page):
    """Choose a question, fill in the post, run; a cell that is a node leads to its page."""
    page.select_option("#example", "holders")
    page.fill("#parameters input", '市委"书记')
    page.fill("#parameters input", "市委书记")
    page.click("button[type=submit]")
    page.wait_for_selector("#answer table")
    assert page.locator("#answer tbody tr").count() == 2
    assert "高远山" in page.inner_text("#answer")
    assert "2 行" in page.inner_text("#status")
    page.fill("#query", "SELECT ?x { ?x a kg:Park }")
    page.press("#query", "Control+Enter")
    page.click("#answer a")
    page.wait_for_selector("h1")
    assert "云川高新区" in page.inner_text("h1")


def test_names_are_completed_while_typing(page):
    page.fill("#query", "SELECT * { ")
    page.locator("#query").press_sequentially("高远")
    page.wait_for_selector("#offers li")
    page.press("#query", "ArrowDown")
    page.press("#query", "Enter")
    assert page.input_value("#query") == "SELECT * { <https://w3id.org/fangzhi/id/person-高远山> "


def test_the_answer_is_saved_as_csv_without_formulas(page):
    page.fill("#query", "SELECT ?l { ?x a kg:Official ; rdfs:label ?l FILTER (STRSTARTS(?l, '=')) }")
    page.click("button[type=submit]")
    page.wait_for_selector("#answer table")
    with page.expect_download() as download:
        page.click("#csv")
    saved = download.value.path().read_text("utf-8-sig")
    assert saved.splitlines() == ['"l"', '"\'=HYPERLINK(""http://example.invalid"",""click"")"']


def test_an_entity_leads_to_its_place_in_the_explorer(page, ask):
    """The explorer runs under the server's policy, asks nobody, and opens with the entity and its neighbours."""
    page.goto(f"http://localhost:{ask.port}/id/project-星河电池二期")
    page.click("text=in the explorer")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert "星河电池二期" in page.inner_text("body")
    assert "show=around" in page.url


def test_an_error_is_told_in_words(browser, ask):
    """The server's message stands beside the button."""
    page = browser.new_page()
    page.goto(f"http://localhost:{ask.port}/")
    page.fill("#query", "SELECT ?x {")
    page.click("button[type=submit]")
    page.wait_for_selector("#status.error")
    assert "cannot be parsed" in page.inner_text("#status")
    page.close()
