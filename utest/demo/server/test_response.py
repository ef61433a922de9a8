from SteadyAPI.demo.server.response import Delivery, HttpError, Response, json_response


def test_a_json_response_says_that_it_is_json() -> None:
    response = json_response(201, {"name": "Käse"}, (("Location", "/x"),))
    assert response == Response(
        201, '{"name": "Käse"}'.encode(), (("Content-Type", "application/json"), ("Location", "/x"))
    )


def test_a_response_is_delivered_whole_and_at_once_unless_shown_otherwise() -> None:
    assert (Response(200).delivery, Response(200).delay) == (Delivery.WHOLE, 0.0)


def test_a_refusal_carries_its_detail_as_json() -> None:
    error = HttpError(409, "taken", (("X-Why", "name"),))
    assert error.response == json_response(409, {"detail": "taken"}, (("X-Why", "name"),))
    assert str(error) == "taken"
