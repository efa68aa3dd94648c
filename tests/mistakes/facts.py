"""Generated mistakes in facts, numbers, the workflow, questions' content, essays, navigation, and words.

Each is one mistake of one contributor in the real docs; a fixed seed selects the page and the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from random import Random

from . import Docs, Generator, Mistake

SEED = 14
EACH = 3  # mistakes of a kind, at different places
Edit = tuple[
    str, str, str
]  # what is looked for, as a regular expression; what is put there; the page, or where it begins

G, W, C, H, P = "glossary/", "workflow.md", "corrections.md", "index.md", "personas/index.md"
QUIZ, ESSAYS, PAIRS = "quiz/", "essays/", "contrasts/"

EDITS: dict[str, tuple[Edit, ...]] = {
    "fact label misspelt": ((r"^- Also called:", "- Also caled:", G), (r"^- Used by:", "- Use by:", G), (r"^- Source:", "- Sorce:", G)),
    "fact label of another name": ((r"^- Source:", "- References:", G), (r"^- Used by:", "- Personas:", G), (r"^- Stage:", "- Used in:", G)),
    "fact label in lower case": ((r"^- Stage:", "- stage:", G), (r"^- Not the same as:", "- not the same as:", G)),
    "fact label in bold": ((r"^- Source:", "- **Source:**", G), (r"^- Origin:", "- **Origin**:", G)),
    "fact twice": ((r"^(- Stage: .*)$", r"\1\n\1", G), (r"^(- Source: .*)$", r"\1\n\1", G)),
    "fact wrapped without indent": ((r"^(- Not the same as: .*?;) ", r"\1\n", G), (r"^(- Source: .*?\)); ", r"\1;\n", G)),
    "persona without its link": ((r"^(- Used by: .*)\[(MLOps Engineer)\]\([^)]*\)", r"\1\2", G),),
    "stage without its link": ((r"^(- Stage: .*)\[(\w+)\]\(\.\./workflow[^)]*\)", r"\1\2", G),),
    "persona misspelt": ((r"^(- Used by: .*)\[Data Engineer\]", r"\1[Data Enginer]", G),),
    "words and link of a persona differ": ((r"^(- Used by: .*)personas/mlops-engineer\.md", r"\1personas/data-scientist.md", G),),
    "words and link of a stage differ": ((r"^(- Stage: .*)\[Monitor\]", r"\1[Train]", G), (r"^(- Stage: .*)#register", r"\1#approve", G)),
    "stage that is a heading": ((r"^(- Stage: .*)workflow\.md#\w+\)", r"\1workflow.md#approval-gate)", G),),
    "commas for semicolons": ((r"^(- Not the same as: .*?\));", r"\1,", G),),
    "semicolons for commas": ((r"^(- Also called: [^,\n]+),", r"\1;", G),),
    "no example": ((r"^\*\*Example\.\*\* .*(?:\n.+)*\n\n", "", G),),
    "example typed otherwise": ((r"^\*\*Example\.\*\*", "**Example**:", G), (r"^\*\*Example\.\*\*", "Example.", G)),
    "origin of other words": ((r"not in the study guide$", "not in the study-guide", G), (r"not in the study guide$", "new", G)),
    "term without an id": ((r"^(# .+?) \{ #[\w-]+ \}$", r"\1", G),),
    "term of level four": ((r"^# ", "#### ", G),),
    "term of level two": ((r"^# ", "## ", G),),
    "term of another id": ((r"^(# .+? \{ #[\w-]+) \}$", r"\1-2 }", G),),
    "link to the own term": ((r"^# (.+?) (\{ #[\w-]+ \})\n\n(?:.+\n)+\n(?=[A-Z])", r"\g<0>See [\1][]. ", G),),
    "source without its month": ((r" \(November 2026\)$", "", G), (r" \(November 2026\);", ";", G)),
    "source of a misspelt month": ((r"\(November 2026\)$", "(Novmber 2026)", G), (r"\(November 2026\)$", "(Nov. 2026)", G)),
    "source of the future": ((r"\(November 2026\)$", "(November 2027)", G), (r"\(November 2026\)$", "(December 2026)", C), (r"\(November 2026\)", "(November 2062)", "status.md")),
    "source over http": ((r"https://docs", "http://docs", G), (r"https://docs", "http://docs", C), (r"https://docs", "http://docs", W)),
    "tracking in an address": ((r"(\]\(https://[^)]*\.html)\)", r"\1?utm_source=newsletter)", G), (r"(\]\(https://[^)]*\.html)\)", r"\1?sc_channel=el&trk=abc)", C)),
    "space in an address": ((r"(\]\(https://docs\.aws\.amazon\.com/sagemaker/)", r"\1 ", G), (r"sagemaker/latest/dg/", "sagemaker/latest/ dg/", C)),
    "host that is none": ((r"https://docs\.aws\.amazon\.com/", "https://localhost:8000/", G), (r"docs\.aws\.amazon\.com/", "docs.aws.amazon.con/", G), (r"docs\.aws\.amazon\.com/", "docs.aws.amzon.com/", C), (r"https://docs\.aws\.amazon\.com/", "https://docs/", W)),
    "scheme misspelt": ((r"https://docs", "htps://docs", G), (r"https://docs", "https:/docs", C), (r"https://docs", "https//docs", W), (r"\]\(https://docs", "](docs", G)),
    "correction without its title": ((r"^(/{3,} correction) \| .*$", r"\1", ""),),
    "correction without its month": ((r"^(/{3,} correction \| Corrected), .*$", r"\1", ""),),
    "correction of the future": ((r"(/{3,} correction \| Corrected, November) 2026", r"\1 2027", ""),),
    "correction without its link": ((r"\s+See \[C\d+\]\((?:\.\./)?corrections\.md#[\w-]+\)\.(?=\n/{3,}$)", "", ""),),
    "C35 that leads to C34": ((r"\[C35\]|\[C16\]|\[C29\]|\[C22\]", "[C7]", ""),),
    "correction that lacks a part": ((r"^- Why it matters: .*(?:\n {4}.*)*\n", "", C), (r"^- Verdict: .*\n", "", C)),
    "correction's part misspelt": ((r"^- Affects:", "- Afects:", C), (r"^- Today:", "- Todai:", C)),
    "correction's number wrong": ((r"^### C1(\d)\.", r"### C2\1.", C),),
    "verdict of a correction changed": ((r"^- Verdict: oversimplified$", "- Verdict: oversimplifed", C), (r"^- Verdict: wrong$", "- Verdict: outdated", C)),
    "number of terms": ((r"\b22 terms", "23 terms", G), (r"\b41 more", "40 more", G), (r"\b22 terms", "21 terms", H), (r"\b41\n?\s*more", "42 more", H)),
    "number of pairs": ((r"twelve pairs", "eleven pairs", H), (r"twelve pairs", "thirteen pairs", "contrasts/index.md")),
    "number of others": ((r"ten short answers", "twelve short answers", "progress.md"), (r"38 corrections", "37 corrections", H), (r"five essay prompts", "six essay prompts", H), (r"twelve stages", "eleven stages", H), (r"38 statements", "39 statements", C), (r"26 oversimplified", "25 oversimplified", C)),
    "stage without a fact": ((r"^- (?:Input|Output|Record kept): .*(?:\n {4}.*)*\n", "", W),),
    "fact of a stage twice": ((r"^(- Input: .*(?:\n {4}.*)*\n)", r"\1\1", W),),
    "stage's fact renamed": ((r"^- Record kept:", "- Records kept:", W), (r"^- Owner:", "- Owners:", W), (r"^- What goes wrong:", "- Risks:", W)),
    "stage's class misspelt": ((r"#approve \.gate", "#approve .gaet", W), (r"#deploy \}", "#deploy .gates }", W)),
    "owner without a link": ((r"(#extract \}\n\n- Owner:) \[Data Engineer\]\([^)]*\)", r"\1 Data Engineer", W), (r"(#deploy \}\n\n- Owner:) \[MLOps Engineer\]\([^)]*\)", r"\1 MLOps team", W)),
    "owner of another link": ((r"(#extract \}\n\n- Owner:) \[Data Engineer\]", r"\1 [Data Scientist]", W), (r"(#deploy \}\n\n- Owner: \[MLOps Engineer\]\(personas/)mlops", r"\1data", W)),
    "stage without id or level": ((r"^### Source \{ #source \}", "### Source", W), (r"^### Monitor", "#### Monitor", W)),
    "home page's stages differ": ((r"^4\. \[Transform\].*\n", "", H), (r"^(7\. .*\n)(8\. .*\n)", r"\2\1", H)),
    "lead differs from owner": ((r"(#train\) \| - \|) \*\*leads\*\*", r"\1 works", P), (r"(#deploy\) \| - \|) -", r"\1 **leads**", P)),
    "Choose two left out": ((r" ?Choose\stwo\.", "", QUIZ),),
    "Choose three for two": ((r"Choose\stwo\.", "Choose three.", QUIZ),),
    "Choose two for one right option": ((r"(<quiz>\n(?:(?!Choose)[^<])*?\?)(?=\n- \[[ x]\](?:(?!- \[x\])[^<])*- \[x\](?:(?!- \[x\])[^<])*</quiz>)", r"\1 Choose two.", QUIZ),),
    "a second right option": ((r"(<quiz>\n(?:(?!Choose)[^<])*?\?\n)- \[ \]", r"\1- [x]", QUIZ),),
    "situation misspelt": ((r"\.situation \}", ".situtation }", QUIZ), (r"\.situation \}", ".situations }", PAIRS)),
    "option about the others": ((r"^- \[ \] .*$", "- [ ] All of the above", QUIZ), (r"^- \[ \] .*$", "- [ ] None of these", QUIZ)),
    "option too long": ((r"^(- \[ \] .*)$", r"\1, which is what most of the teams of a larger company would do first in such a case", QUIZ),),
    "reason copied": ((r"^(> .*(?:\n> .*)*)\n(- \[.\] .*)\n(?:> .*\n)+", r"\1\n\2\n\1\n", QUIZ),),
    "reason that begins with its mark": ((r"^(- \[x\] .*\n)> ", r"\1> Correct! ", QUIZ), (r"^(- \[ \] .*\n)> ", r"\1> Wrong. ", QUIZ)),
    "alternatives in a blank": ((r"\[\[(\w[^\]|]*)\]\]", r"[[\1|another]]", QUIZ),),
    "title is the right option": ((r"^### [^{\n]+(\{[^\n]*\n\n<quiz>\n(?:(?!Choose|<quiz>)[^\[])*?\n- \[x\] )([^\n]{8,})$", r"### \2 \1\2", QUIZ),),
    "rubric level lost": ((r"^\| 3 Proficient .*\n", "", ESSAYS), (r"^\| 2 Developing", "| Developing", ESSAYS)),
    "annotation renamed": ((r"^> \*\*(\w+)", r"> **\1s", ESSAYS),),
    "criterion renamed": ((r"^- \[ \] \*\*(\w+)", r"- [ ] **\1ly", ESSAYS),),
    "outline with bullets": ((r"^1\. ", "- ", ESSAYS + "a"),),
    "key points too few": ((r"(?:^- \[ \] .*(?:\n {2,}.*)*\n){3}(?=\n)", "", "quiz/short-answer.md"),),
    "answer too long": ((r"(//// answer\n(?:.+\n)*?.*\.)\n\n", r"\1 It helps. It stays. It is there.\n\n", "quiz/short-answer.md"),),
    "pair outside the index": ((r"^\| \[[^\]]+\]\((?:data|build|deploy)\.md#[^)]*\).*\n", "", "contrasts/index.md"),),
    "doubled word": ((r"(?<=[a-z] )(the|of|and|is|to)(?= [a-z])", r"\1 \1", ""), (r"(?<=[a-z] )the(?= [a-z])", "a the", "")),
    "date that does not exist": ((r"\b\d{1,2} (November|April|June|September)\b", r"31 \1", ""), (r"\b\d{1,2} (November|April) 20\d\d", r"42 \1 2026", "")),
    "API word misspelt": ((r"PendingManualApproval", "PendingManualAproval", ""), (r"CreateModelPackage\b", "CreateModelPackge", ""), (r"ModelApprovalStatus", "ModelAprovalStatus", ""), (r"InvokeEndpoint\b", "InvokeEndpiont", ""), (r"create_endpoint\b", "create_endpiont", "lab/"), (r"ApprovalDescription", "ApprovalDesription", "")),
    "instance type misspelt": ((r"ml\.m5\.xlarge", "ml.m5.xlagre", ""), (r"ml\.m5\.", "ml.mm5.", "lab/")),
    "fence of a wrong language": ((r"^```python$", "```pyhton", "lab/"), (r"^```text$", "```txet", "lab/")),
    "zero-width or control character": ((r"(?<=[a-z]{4})(?=[a-z]{3} )", "\u200b", ""), (r"(?<=[a-z]{4})(?=[a-z]{3} )", "\x07", ""), (r"(?<=[a-z]{4})(?=[a-z]{3} )", "\u00ad", "")),
    "credential": ((r"(?<=\.)\n\n(?=[A-Z])", "\n\nThe key is `AKIA" + "Z7Q4M2XK9P3LR8TD`.\n\n", ""), (r"(?<=\.)\n\n(?=[A-Z])", '\n\nSet `password="' + 'hunter2hunter2"`.\n\n', "")),
    "common misspelling": ((r"\bseparate\b", "seperate", ""), (r"\bbecause\b", "becuase", ""), (r"\bmonitoring\b", "monitering", ""), (r"\bthe\b(?= [a-z])", "teh", ""), (r"\bpipeline\b", "pipline", "")),
    "long word misspelt": ((r"\btransformation\b", "transfromation", ""), (r"\bexplainability\b", "explianability", ""), (r"\bcompliance\b", "complaince", ""), (r"\bregistered\b", "registred", ""), (r"\bdocumentation\b", "documentaiton", "")),
    "class misspelt": ((r"\.md-button--primary", ".md-button--primry", H), (r"\{ \.not-run \}", "{ .notrun }", ""), (r"\{ \.lead \}", "{ .laed }", H)),
    "front matter misspelt": ((r"\A---\nhide:", "---\nhidden:", ""), (r"\A---\nhide: \[navigation", "---\nhide: [navigaton", ""), (r"\A---\nhide: \[([^\]]*)\]", r"---\nhide: [\1", "")),
    "comment misspelt": ((r"<!-- check: allow", "<!-- check allow", ""), (r"<!-- mkdocs-quiz intro -->", "<!-- mkdocs-quizz intro -->", QUIZ)),
    "second title": ((r"^## ", "# ", ""),),
    "title lost": ((r"^# ", "## ", ""), (r"^# .*\n", "", "cases/")),
    "navigation": ((r"^      - The bank: .*\n", "", "../mkdocs.yml"), (r"quiz/watch\.md", "quiz/watches.md", "../mkdocs.yml"), (r"^(      - The start-up: .*\n)", r"\1\1", "../mkdocs.yml"), (r"essays/governance", "essays/Governance", "../mkdocs.yml"), (r"- Data: contrasts/data\.md", "- Data: contrasts/build.md", "../mkdocs.yml")),
}  # fmt: skip


def mistakes(docs: Docs) -> Iterator[Mistake]:
    """Up to three mistakes of each edit, at different places, the same for the same docs."""
    dice = Random(SEED)
    for generate in GENERATORS:
        yield from islice(generate(docs, dice), EACH)


def _generator(kind: str, number: int, edit: Edit) -> Generator:
    pattern, replacement, start = re.compile(edit[0], re.MULTILINE), edit[1], edit[2]

    def generate(docs: Docs, dice: Random) -> Iterator[Mistake]:
        places = _places(docs, pattern, start)
        for turn, (path, match) in enumerate(dice.sample(places, len(places)), 1):
            yield _mistake(docs, f"{kind} {number}.{turn}", kind, path, match, replacement)

    return generate


def _places(docs: Docs, pattern: re.Pattern[str], start: str) -> list[tuple[str, re.Match[str]]]:
    paths = [path for path in sorted(docs) if path.startswith(start) and (start or path.endswith(".md"))]
    return [(path, match) for path in paths for match in pattern.finditer(docs[path])]


def _mistake(docs: Docs, name: str, kind: str, path: str, match: re.Match[str], replacement: str) -> Mistake:
    before = docs[path]
    after = before[: match.start()] + match.expand(replacement) + before[match.end() :]
    first = before.count("\n", 0, match.start()) + 1
    last = first + max(match[0].count("\n"), match.expand(replacement).count("\n"))
    return Mistake(kind, name, {path: after}, {path: set(range(first, last + 1))})


GENERATORS: tuple[Generator, ...] = tuple(
    _generator(kind, number, edit) for kind, edits in EDITS.items() for number, edit in enumerate(edits, 1)
)
