*** Settings ***
Documentation    Eight workers of pabot share one token, through PabotLib and without it.

Library          SteadyAPI
Library          OpenIdProvider.py
Library          InnerRuns.py
Library          ../Artifacts.py

Test Tags        tokens


*** Test Cases ***
Eight Workers Share One Token Through PabotLib
    [Documentation]    Nothing is written to disk.
    Eight Workers Should Make One Token Request    with-pabotlib    --pabotlib

Eight Workers Share One Token Through A File
    [Documentation]    The last one deletes it.
    Eight Workers Should Make One Token Request    without-pabotlib    --no-pabotlib


*** Keywords ***
Eight Workers Should Make One Token Request
    [Documentation]    The provider counts the requests; nothing that the workers leave behind shows the secret.
    [Arguments]    ${name}    ${option}
    ${provider} =    Start Open Id Provider
    ${before} =    Provider Requests    POST    /token
    ${shared} =    Run Workers    ${provider}    ${OUTPUT DIR}/${name}    ${option}
    ${after} =    Provider Requests    POST    /token
    Should Be Equal As Integers    ${after - ${before}}    1
    No Token Should Be Left    ${shared}
    No File Should Show    ${OUTPUT DIR}/${name}    ${{ $provider['secrets']['basic'].value }}
