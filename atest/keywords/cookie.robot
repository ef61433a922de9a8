*** Settings ***
Documentation    Cookies belong to their host, by RFC 6265, as browsers have it.

Library          ${CURDIR}/../servers/OddServer.py
Resource         shop.resource

Suite Setup      Open The Odd Server


*** Test Cases ***
A Server Replaces A Cookie Of The Session
    VAR    &{cookies} =    sid=old-session-id    lang=en
    Create Session    odd    ${ODD}    cookies=${cookies}
    GET    /set-cookie?sid=new-session-id
    ${response} =    GET    /cookies
    Should Be Equal    ${response.text}    lang=en; sid=new-session-id
    VAR    &{cookies} =    sid=my-session-id
    Update Session    cookies=${cookies}
    ${response} =    GET    /cookies
    Should Be Equal    ${response.text}    lang=en; sid=my-session-id

Signing Out Deletes A Cookie Of The Session
    VAR    &{cookies} =    sid=old-session-id
    Create Session    odd    ${ODD}    cookies=${cookies}
    GET    /set-cookie-as?header=sid=; Path=/; Max-Age=0
    ${response} =    GET    /cookies
    Should Be Empty    ${response.text}
    Response Cookie Should Not Exist    sid

A Cookie Of The Request Replaces The Session's For That Request
    VAR    &{cookies} =    sid=of-the-session
    Create Session    odd    ${ODD}    cookies=${cookies}
    VAR    &{own} =    sid=of-the-request
    ${response} =    GET    /cookies    cookies=${own}
    Should Be Equal    ${response.text}    sid=of-the-request
    ${response} =    GET    /cookies
    Should Be Equal    ${response.text}    sid=of-the-session

Cookies Are Kept As RFC 6265 Says
    [Template]    Cookie Comes Back As
    a=1    a=1
    a=1; Path    a=1
    a=1; Path=/other    ${EMPTY}
    a=1; Secure    a=1
    a=1; Domain=127.0.0.1    a=1
    a=1; Domain=example.com    ${EMPTY}
    a=1; Max-Age=0    ${EMPTY}
    a=1; Max-Age=100; Expires=Thu, 01 Jan 1970 00:00:00 GMT    a=1
    a=1; Expires=Wed, 21-Oct-2037 07:28:00 GMT    a=1
    a=1; expires=0    a=1
    a="x y"    a="x y"
    a=b=c    a=b=c
    a    a
    a=1; Port="80"; Version=1    a=1
    __Host-a=1; Secure; Path=/    __Host-a=1
    __Host-a=1; Secure; Path=/cookies    ${EMPTY}


*** Keywords ***
Open The Odd Server
    ${url} =    Start Odd Server
    VAR    ${ODD} =    ${url}    scope=SUITE

Cookie Comes Back As
    [Arguments]    ${header}    ${expected}
    Create Session    odd    ${ODD}
    VAR    &{params} =    header=${header}
    GET    /set-cookie-as    params=${params}
    ${response} =    GET    /cookies
    Should Be Equal    ${response.text}    ${expected}
