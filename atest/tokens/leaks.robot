*** Settings ***
Documentation    Every grant at TRACE, and no artefact shows a credential or a token. What to look for is what the
...              provider got and gave, written down at its side of the wire.

Library          InnerRuns.py
Library          ../Artifacts.py

Test Tags        tokens    leaks


*** Test Cases ***
No Artefact Of Any Other Credential Shows It
    [Documentation]    API keys, passwords, tokens that were set, and those that stand in the suite itself.
    ${secrets} =    Run With Witness    _inner/credentials.robot    ${OUTPUT DIR}/leaks-credentials
    Should Contain    ${secrets}    set-refresh-4711-yzabcd    The provider has not seen what the suite sends.
    Should Contain    ${secrets}    query key/4711+ghi%jkl    The provider has not seen what the suite sends.
    No File Should Show    ${OUTPUT DIR}/leaks-credentials    @{secrets}
    Some File Should Show    ${OUTPUT DIR}/leaks-credentials    A Set Token Is Renewed

No Artefact Of Any Grant Shows A Credential Or A Token
    [Documentation]    Plain, URL-encoded, in hex or in base64: log, report, output, xunit, debug file, syslog, console.
    ${secrets} =    Run With Witness    oidc.robot    ${OUTPUT DIR}/leaks
    Should Be True    len($secrets) > 80    The provider has seen fewer credentials and tokens than the suite uses.
    No File Should Show    ${OUTPUT DIR}/leaks    @{secrets}
    Some File Should Show    ${OUTPUT DIR}/leaks    short-user-app
