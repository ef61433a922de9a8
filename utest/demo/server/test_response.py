from SteadyAPI.demo.server.response import Answer, Delivery, Refusal, json_answer


def test_a_json_answer_says_that_it_is_json() -> None:
    answer = json_answer(201, {"name": "Käse"}, (("Location", "/x"),))
    assert answer == Answer(
        201, '{"name": "Käse"}'.encode(), (("Content-Type", "application/json"), ("Location", "/x"))
    )


def test_an_answer_is_delivered_whole_and_at_once_unless_told_otherwise() -> None:
    assert (Answer(200).delivery, Answer(200).delay) == (Delivery.WHOLE, 0.0)


def test_a_refusal_carries_its_detail_as_json() -> None:
    refusal = Refusal(409, "taken", (("X-Why", "name"),))
    assert refusal.answer == json_answer(409, {"detail": "taken"}, (("X-Why", "name"),))
    assert str(refusal) == "taken"
