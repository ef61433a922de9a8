*** Settings ***
Documentation    Credentials in all places that robotframework-requests writes down. Each has ``-in-clear`` in it.

Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Make Values


*** Test Cases ***
Secrets Everywhere
    Create Session    shop    ${BASE_URL}    headers=${KEYS}    cookies=${COOKIES}    auth=${USER}
    POST On Session    shop    /echo    json=${BODY}    params=${QUERY}
    POST    ${BASE_URL}/echo    data=${BODY}    headers=${TOKEN}    params=${QUERY}
    Run Keyword And Ignore Error    GET On Session    shop    /status/404    params=${QUERY}


*** Keywords ***
Make Values
    [Documentation]    Makes them by expressions that don't show them: what stands in a suite is in its log anyway.
    VAR    ${end} =    ${{ '-in-' + 'clear' }}
    VAR    &{KEYS} =    X-Api-Key=${{ 'keyed-kfe83' + $end }}    scope=SUITE
    VAR    &{TOKEN} =    Authorization=${{ 'Bearer borne-ah57x' + $end }}    scope=SUITE
    VAR    &{COOKIES} =    session=${{ 'baked-q82xc' + $end }}    scope=SUITE
    VAR    @{USER} =    ada    ${{ 'passed-mm2yt' + $end }}    scope=SUITE
    VAR    &{QUERY} =    token=${{ 'asked-zt61p' + $end }}    scope=SUITE
    VAR    &{BODY} =    password=${{ 'posted-ru29b' + $end }}    scope=SUITE
