"""The text of a letter, taken apart."""

from macros.model.base import Text
from macros.model.letter import Body, Gap, Line, Part, Rows, lines_of
from tests.unit.sound import sound


def test_each_mark_makes_a_line_of_its_kind():
    lines = lines_of(
        "^^ 加急\n## 题\n# 节\n**事由**\n| 致：\n|| 称呼\n正文\n++ 附件\n~~\n>> 落款\n-- 确认\n__ 抄送\n== 办公室 <> 日期"
    )
    kinds = [
        "top",
        "title",
        "heading",
        "subject",
        "line",
        "apart",
        "text",
        "annexes",
        "room",
        "right",
        "confirm",
        "copies",
        "issued",
    ]
    assert [line.kind for line in lines] == kinds
    assert lines[5] == Line("apart", ("称呼",))
    assert lines[-1] == Line("issued", ("办公室\t日期",))


def test_answers_parts_and_rows_are_told_apart():
    assert lines_of("请于{by}前回复[[，至{place}]]。") == (
        Line("text", ("请于", Gap("by"), "前回复", Part(("，至", Gap("place"))), "。")),
    )
    assert lines_of("{table:goods}")[0].rows == Rows("goods", None)
    assert lines_of("{list:steps|{what}[[，{who}]]。}")[0].rows == Rows(
        "steps", (Gap("what"), Part(("，", Gap("who"))), "。")
    )
    assert lines_of("{list:clauses}")[0].rows == Rows("clauses", ())


def test_a_line_beside_the_number_has_two_ends():
    signed = Line("reference", (Part((Gap("number"),)), "\t签发人：", Gap("who")))
    assert lines_of("<> [[{number}]] <> 签发人：{who}") == (signed,)
    both = {
        template.id: next(line for line in template.body.lines("zh") if line.kind != "top")
        for template in sound().folder("templates").values()
        if template.body
    }
    assert [name for name, line in both.items() if line.kind == "reference"] == [
        "official-report",
        "request-for-instructions",
    ]


def test_names_of_the_company_are_filled_in_and_fields_are_left():
    body = Body.model_validate(
        {
            "zh": "{company}{dept.customer-service}致{to-whom}",
            "en": "{dept.customer-service} of {company} to {to-whom}",
        },
        context={
            "tokens": {
                "company": Text.model_construct(zh="甲公司", en="Alpha"),
                "dept.customer-service": Text.model_construct(zh="客服部", en="Customer Service"),
            }
        },
    )
    assert (body.zh, body.en) == ("甲公司客服部致{to-whom}", "Customer Service of Alpha to {to-whom}")


def test_every_template_says_what_kind_it_is():
    kinds = [template.kind for template in sound().folder("templates").values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"form": 28, "letter": 15, "list": 3}
