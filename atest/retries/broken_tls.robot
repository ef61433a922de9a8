*** Settings ***
Documentation     TLS that breaks in the handshake: nothing was sent, so everything may be tried again. A server
...               that speaks no TLS at all is asked once.

Resource          faults.resource

Suite Setup       Open The Fault Server
Suite Teardown    Close The Fault Server
Test Setup        Reset Host Health


*** Test Cases ***
A Handshake That Is Cut Off Is Tried Again For Any Method
    ${url} =    Start Broken Handshakes    end
    Run Keyword And Expect Error    *3 tries in*    POST    ${url}/    retry=${BRISK}
    ${count} =    Handshakes Begun    end
    Should Be Equal As Integers    ${count}    3

A Server That Speaks No TLS Is Asked Once
    ${url} =    Start Broken Handshakes    text
    Run Keyword And Expect Error    No answer from GET ${url}/: TLS failed*    GET    ${url}/    retry=${BRISK}
    ${count} =    Handshakes Begun    text
    Should Be Equal As Integers    ${count}    1
    GET    ${url}/    expect_error=tls

A Handshake That Hangs Ends With The Time Limit
    ${url} =    Start Broken Handshakes    silence
    Run Keyword And Expect Error    *timeout*    GET    ${url}/    timeout=200ms    retry=none

A Handshake That Comes Byte By Byte Ends With The Deadline
    ${url} =    Start Broken Handshakes    drip
    VAR    &{short} =    deadline=300ms
    ${started} =    Evaluate    time.perf_counter()
    Run Keyword And Expect Error
    ...    *the deadline passed in the TLS handshake*
    ...    POST    ${url}/    retry=${short}
    Should Be True    time.perf_counter() - ${started} < 10
