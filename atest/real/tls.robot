*** Settings ***
Documentation     TLS against a real server: certificates are checked, and a problem with one is named.

Resource          kinto.resource

Suite Setup       Open Kinto As A New User
Suite Teardown    Close All Sessions

Test Tags         real


*** Test Cases ***
A Certificate Of A Trusted Authority Is Accepted
    [Documentation]    ``verify`` takes the path of the authority's certificate.
    Create Session    trusting    ${KINTO}[open]    verify=${KINTO}[authority]
    GET    /    expected_status=200
    Response Should Match Schema    models.ServerInfo

A Certificate Is Valid For Each Of Its Names
    [Documentation]    The same server under its other name.
    ${url} =    Evaluate    $KINTO["open"].replace("127.0.0.1", "localhost")
    Create Session    by name    ${url}    verify=${KINTO}[authority]
    GET    /    expected_status=200
    Response Should Match Schema    models.ServerInfo

An Unknown Authority Is Refused
    [Documentation]    Without ``verify`` only the authorities of the machine count; the failure names the certificate.
    Create Session    strict    ${KINTO}[open]
    Run Keyword And Expect Error    *certificate is not trusted*verify=*    GET    /

A Certificate Problem Is Met Once
    [Documentation]    It doesn't go away by itself, so that there is no second try: the failure would tell of it.
    Create Session    strict    ${KINTO}[open]
    ${failure} =    Run Keyword And Expect Error    *    GET    /
    Should Not Contain    ${failure}    tries

An Expired Certificate Is Refused
    [Documentation]    The authority is trusted here, but the certificate's time is over.
    Create Session    late    ${KINTO}[expired]    verify=${KINTO}[authority]
    Run Keyword And Expect Error    *certificate has expired*    GET    /
