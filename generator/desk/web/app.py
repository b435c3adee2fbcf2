"""The desk's pages and acts over HTTP. The only module that knows Starlette."""

from __future__ import annotations

import mimetypes
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.desk.buffer import UnreadableError
from generator.desk.editing import lines_of, take_lines
from generator.desk.lines import read_file
from generator.desk.settling import UnsettledError
from generator.desk.signing import put_on_hold, sign, withdraw
from generator.desk.web import acts, pages, views
from generator.desk.web.acts import Form, RefusedError
from generator.desk.web.guard import App, Guard, Keys
from generator.desk.web.handing import Handed, Take, Upload
from generator.desk.web.state import Done, Drafts, UnknownError
from generator.drafting import Draft
from generator.editions.store import inputs_hash
from generator.errors import HeldError, InputError, told
from generator.load.decisions import FILE as DECISIONS
from generator.model import KINDS, Respect
from generator.site import addresses

_OPEN = 200  # characters of a field that is shown as one line when it is given back
_LABELS = {
    "text": "The claim in your words",
    "section": "Section",
    "by": "Who says it",
    "ask": "The question in other words",
    "other": "Another claim, by its id",
    "differ": "The question on which they differ",
    "words": "Words of the capture",
    "lines": "The lines",
    "note": "Note to readers",
}


def make_app(stories: Path, keys: Keys, previews: Path, take: Take) -> App:
    """The desk for the stories in a folder. ``previews`` is a folder of its own, into which previews are built, and
    ``take`` puts what is handed in into a story."""
    return Guard(_Site(Drafts(stories), keys, previews, take).app(), keys)


class _Site:
    """The pages, and what they are made of."""

    def __init__(self, drafts: Drafts, keys: Keys, previews: Path, take: Take) -> None:
        self._drafts, self._keys, self._previews, self._take = drafts, keys, previews, take

    def app(self) -> App:
        story = "/story/{slug}/"
        shown: dict[str, Callable[[Request], Response]] = {
            "/": self.stories,
            story: self.queue,
            f"{story}outline/": self.outline,
            f"{story}lines/": self.lines,
            f"{story}add/": self.adding,
            f"{story}decisions/": self.decisions,
            f"{story}capture/{{source}}/": self.capture,
            f"{story}sign/": self.signing,
            f"{story}preview/{{path:path}}": self.preview,
        }
        done: dict[str, Callable[[Request, Path, Form], Response]] = {
            "answer": self.answer,
            "claim": self.change_claim,
            "lines": self.take_lines,
            "capture/{source}": self.change_capture,
            "remove": self.remove,
            "undo": self.undo,
            "sign": self.sign,
            "hold": self.hold,
            "withdraw": self.withdraw,
            "preview": self.build_preview,
        }
        routes = [Route(f"/{name}", self._static, methods=["GET"]) for name in pages.STATIC]
        routes += [Route(path, self._page(handler), methods=["GET"]) for path, handler in shown.items()]
        routes += [Route(f"{story}{name}", self._act(handler), methods=["POST"]) for name, handler in done.items()]
        # a fetch takes its time, and ``take`` writes alone: nobody waits for it
        routes.append(Route(f"{story}add", self._act(self.add, nullcontext()), methods=["POST"]))
        return Starlette(routes=routes)

    def _page(self, handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
        """A page, or what is wrong in its place."""

        def answered(request: Request) -> Response:
            try:
                return handler(request)
            except UnknownError as error:
                return self._trouble(request, str(error), 404)
            except Exception as error:  # whatever it is, the other pages are there all the same
                return self._trouble(request, told(error, request.path_params.get("slug", "desk")), 409)

        return answered

    def _act(
        self, handler: Callable[[Request, Path, Form], Response], alone: AbstractContextManager[object] | None = None
    ) -> Callable[[Request], Response]:
        """An act: none is done while another is, unless ``alone`` says otherwise; what is refused gives back what was
        written."""

        def answered(request: Request) -> Response:
            form = Form(request.scope["form"])
            slug = request.path_params["slug"]
            try:
                with alone or self._drafts.alone:
                    return handler(request, self._drafts.folder(slug), form)
            except UnknownError as error:
                return self._trouble(request, str(error), 404)
            except (HeldError, UnreadableError, UnsettledError) as error:
                return self._refused(request, form, error.findings)
            except (RefusedError, InputError) as error:
                return self._refused(request, form, (str(error),))
            except Exception as error:  # a fault of the program is told, and nothing is lost by it
                return self._refused(request, form, (told(error, slug),))

        return answered

    def _render(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        slug = request.path_params.get("slug", "")
        done = self._drafts.done(request.query_params.get("told", ""))
        html = pages.render(
            template,
            token=self._keys.form,
            slug=slug,
            base=f"/story/{quote(slug)}/" if slug else "/",
            done=done,
            done_name=request.query_params.get("told", ""),
            here=request.url.path,
            **values,
        )
        return Response(html, status, media_type="text/html")

    def _trouble(self, request: Request, words: str, status: int) -> Response:
        return self._render(request, "trouble", status, words=words)

    def _refused(self, request: Request, form: Form, findings: tuple[str, ...]) -> Response:
        """What was refused and why, with the words that belong to the act, to be changed and sent again."""
        labels = {name: label for name in form.fields if (label := _label(name, form.one("act")))}
        hidden = [(name, value) for name in form.fields for value in form.all(name) if name not in labels]
        written = [(name, label, form.raw(name), len(form.raw(name)) > _OPEN) for name, label in labels.items()]
        question = form.one("question")
        return self._render(
            request, "refused", 422, findings=findings, hidden=hidden, written=written, question=question
        )

    def _back(self, request: Request, place: str, done: Done, anchor: str = "", **query: str) -> Response:
        """To a page of the story, which tells what was done."""
        slug = request.path_params["slug"]
        name = self._drafts.remember(replace(done, slug=slug))
        words = urlencode({**{key: value for key, value in query.items() if value}, "told": name})
        base = f"/story/{quote(slug)}/{place}"
        return RedirectResponse(f"{base}?{words}{f'#{anchor}' if anchor else ''}", 303)

    def _static(self, request: Request) -> Response:
        name = request.url.path.removeprefix("/")
        return Response(pages.static(name), media_type=pages.STATIC[name])

    def _draft(self, request: Request) -> tuple[Path, Draft]:
        folder = self._drafts.folder(request.path_params["slug"])
        return folder, self._drafts.draft(folder)

    def stories(self, request: Request) -> Response:
        """Every story, and how it stands."""
        rows = [views.StoryRow(slug, views.standing(folder)) for slug, folder in self._drafts.folders().items()]
        return self._render(request, "stories", rows=rows)

    def queue(self, request: Request) -> Response:
        """The question that the address names, else the first, and the list of all."""
        folder, draft = self._draft(request)
        queue = self._drafts.questions(folder)
        keys = [question.key for question in queue]
        wanted = request.query_params.get("q", "")
        place = keys.index(wanted) if wanted in keys else 0
        question = views.question_view(draft, queue, place) if queue else None
        gone = bool(wanted) and wanted not in keys
        return self._render(
            request, "queue", draft=draft, question=question, rows=views.question_rows(queue), gone=gone,
            respects=tuple(Respect),
        )  # fmt: skip

    def outline(self, request: Request) -> Response:
        """The claims by section with their passages in their roles."""
        _, draft = self._draft(request)
        sections = views.outline_sections(draft)
        return self._render(
            request, "outline", draft=draft, sections=sections, names=views.claim_names(draft), kinds=KINDS,
            disagreements=views.disagreements(draft), links=views.capture_links(draft),
            summary_in_story=draft.story.summary is not None,
        )  # fmt: skip

    def lines(self, request: Request) -> Response:
        """The outline as lines to be changed, as the command has them."""
        folder = self._drafts.folder(request.path_params["slug"])
        with self._drafts.alone:
            return self._render(request, "lines", lines=lines_of(folder))

    def adding(self, request: Request) -> Response:
        """The forms by which a capture is handed in."""
        self._drafts.folder(request.path_params["slug"])
        return self._render(request, "add", findings=(), written=_Written())

    def decisions(self, request: Request) -> Response:
        """The decisions, and what was found right as it is; also where they leave no draft."""
        folder = self._drafts.folder(request.path_params["slug"])
        try:
            draft, trouble = self._drafts.draft(folder), ""
        except Exception as error:  # two that contradict each other: here one is taken out
            draft, trouble = None, told(error, folder.name)
        rows = views.decision_rows(folder, draft)
        return self._render(request, "decisions", rows=rows, answers=views.answer_rows(folder), trouble=trouble)

    def capture(self, request: Request) -> Response:
        """A capture whole; words that the address has are shown as a footnote."""
        _, draft = self._draft(request)
        view = views.capture_view(draft, request.path_params["source"])
        if view is None:
            raise UnknownError(f"the story has no source {request.path_params['source']!r}")
        words = " ".join(request.query_params.get("words", "").split())
        return self._render(request, "capture", draft=draft, view=view, words=words)

    def signing(self, request: Request) -> Response:
        """The forms by which a story is signed, held and withdrawn."""
        folder, draft = self._draft(request)
        view = views.sign_view(folder, draft, self._drafts.questions(folder))
        return self._render(request, "sign", draft=draft, view=view)

    def preview(self, request: Request) -> Response:
        """The built pages of a story, or the form that builds them."""
        slug, path = request.path_params["slug"], request.path_params["path"]
        self._drafts.folder(slug)
        root = (self._previews / slug / "site").resolve()
        if not path:
            return self._render(request, "preview", built=root.is_dir())
        found = (root / path).resolve()
        found = found / "index.html" if found.is_dir() else found
        if not found.is_relative_to(root) or not found.is_file():
            raise UnknownError("the preview has no such page")
        return Response(found.read_bytes(), media_type=mimetypes.guess_type(found.name)[0] or "text/plain")

    def answer(self, request: Request, folder: Path, form: Form) -> Response:
        """Answer a question, and go on to the one after it."""
        draft, queue = self._drafts.draft(folder), self._drafts.questions(folder)
        question = next((one for one in queue if one.key == form.one("question")), None)
        if question is None:
            raise RefusedError("This question is no longer open: it was answered since this page was shown.")
        done, made = acts.answer(folder, draft, question, form)
        self._drafts.take(folder, made)
        later = [one.key for one in queue[queue.index(question) + 1 :]]
        still = {one.key for one in self._drafts.questions(folder)}
        return self._back(request, "", done, q=next((key for key in later if key in still), ""))

    def change_claim(self, request: Request, folder: Path, form: Form) -> Response:
        """Change a claim or a passage of it, and show where it stands now."""
        done, made = acts.change_claim(folder, self._drafts.draft(folder), form)
        self._drafts.take(folder, made)
        try:
            anchor = addresses.safe(acts.claim_of(made, form.one("claim")).id)
        except RefusedError:  # it was dropped
            anchor = ""
        return self._back(request, "outline/", done, anchor)

    def take_lines(self, request: Request, folder: Path, form: Form) -> Response:
        """Write what was changed of the lines, all at once."""
        path = folder / DECISIONS
        before = read_file(path)
        told_ = take_lines(folder, form.raw("lines"))
        if not told_:
            raise RefusedError("The lines are empty: nothing is written.")
        return self._back(request, "outline/" if read_file(path) != before else "lines/", Done(told_))

    def change_capture(self, request: Request, folder: Path, form: Form) -> Response:
        """Decide something of words of a capture."""
        source = request.path_params["source"]
        done, made = acts.change_capture(folder, self._drafts.draft(folder), source, form)
        self._drafts.take(folder, made)
        return self._back(request, f"capture/{quote(source)}/", done)

    def add(self, request: Request, folder: Path, form: Form) -> Response:
        """Put what is handed in into the story; what is refused gives back what was written."""
        written = _Written(form.one("act"), form.one("address"), form.raw("text"), bool(form.one("again")))
        try:
            told_ = self._take(folder, _handed(written, request.scope["upload"]))
        except (RefusedError, InputError) as error:
            return self._render(request, "add", 422, findings=(str(error),), written=written)
        return self._back(request, "add/", Done(told_))

    def remove(self, request: Request, folder: Path, form: Form) -> Response:
        """Take a line out."""
        return self._back(request, "decisions/", acts.remove(folder, form))

    def undo(self, request: Request, folder: Path, form: Form) -> Response:
        """Take back what an act wrote."""
        name = form.one("done")
        done = self._drafts.done(name)
        if done is None or done.slug != request.path_params["slug"] or not done.is_undoable:
            raise RefusedError("This act cannot be taken back any more: see the list of decisions.")
        back = acts.undo(folder, done)
        self._drafts.forget(name)
        return self._back(request, "decisions/", back)

    def sign(self, request: Request, folder: Path, form: Form) -> Response:
        """Sign the draft that the page showed, and no other."""
        if form.one("state") != inputs_hash(folder):
            raise RefusedError("The story was changed since this page was shown. Look at it again, and sign then.")
        kind = next((kind for kind in views.SIGNED if kind == form.one("kind")), None)
        if kind is None:
            raise RefusedError("Choose what kind of edition it is.")
        edition = sign(folder, kind, datetime.now(UTC), form.one("note"), form.one("by"))
        told_ = f"edition {edition.mark.number} signed ({edition.mark.kind}); make publish publishes it"
        return self._back(request, "sign/", Done((told_,)))

    def hold(self, request: Request, folder: Path, form: Form) -> Response:
        """Put the story on hold."""
        put_on_hold(folder, datetime.now(UTC), form.one("note"), form.one("by"))
        return self._back(request, "sign/", Done(("on hold; the next edition ends it",)))

    def withdraw(self, request: Request, folder: Path, form: Form) -> Response:
        """Withdraw the story."""
        edition = withdraw(folder, datetime.now(UTC), form.one("note"), form.one("by"))
        told_ = f"withdrawn with edition {edition.mark.number}; its address stays, with the note"
        return self._back(request, "sign/", Done((told_,)))

    def build_preview(self, request: Request, folder: Path, form: Form) -> Response:
        """Build the site of this story alone, as readers would see its draft."""
        slug = request.path_params["slug"]
        content = self._previews / slug / "content"
        if not content.exists():
            (content / "stories").mkdir(parents=True)
            (content / "stories" / folder.resolve().name).symlink_to(folder.resolve(), target_is_directory=True)
            (content / "pages").symlink_to((self._drafts.stories.parent / "pages").resolve(), target_is_directory=True)
        command = [sys.executable, "-m", "generator.build", "--content", str(content)]
        command += ["--output", str(self._previews / slug / "site")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode == 2:
            raise RefusedError((run.stderr.strip().splitlines() or ["the build failed"])[-1])
        return RedirectResponse(f"/story/{quote(slug)}/preview/stories/{quote(addresses.safe(slug))}/", 303)


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written into a form by which a capture is handed in."""

    act: str = ""
    address: str = ""
    text: str = ""
    again: bool = False


def _handed(written: _Written, upload: Upload | None) -> Handed:
    """What a form hands in. Raises RefusedError where it holds nothing."""
    handed = Handed(written.address, again=written.again)
    if written.act == "file" and upload is not None:
        return replace(handed, upload=upload)
    if written.act == "text" and written.text.strip():
        return replace(handed, text=written.text.replace("\r\n", "\n"))  # as browsers send the lines of a field
    if written.act == "address" and written.address:
        return handed
    raise RefusedError(
        {"file": "Choose a file first.", "text": "Paste the text first."}.get(written.act, "Write its address first.")
    )


def _label(name: str, act: str) -> str:
    """What a field is called whose words belong to an act, "" for any other: a form holds the words of all its acts."""
    answer, _, quoted = name.partition(" ")
    if answer == "answer":
        return f"The answer of “{quoted.partition(':')[2]}”" if act == "differ" else ""
    wanted = {"merge": "other", "under": "other", "after": "other"}.get(act, act)
    if name == wanted or name in ("note", "words", "lines") or (name == "by" and not act):
        return _LABELS.get(name, "")
    return ""
