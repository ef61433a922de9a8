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
    Run Keyword And Expect Error
    ...    No answer from GET ${url}/: TLS failed*does not speak TLS on this port: is http:// right, not https://?*
    ...    GET    ${url}/    retry=${BRISK}
    ${count} =    Handshakes Begun    text
    Should Be Equal As Integers    ${count}    1
    GET    ${url}/    expect_error=tls

A Handshake That Hangs Is Told And Tried Again For Any Method
    ${url} =    Start Broken Handshakes    silence
    Run Keyword And Expect Error
    ...    No answer from POST ${url}/: connect timeout (3 tries *connecting, 200 ms, passed in the TLS handshake
    ...    POST
    ...    ${url}/
    ...    timeout=200ms
    ...    retry=${BRISK}
    GET    ${url}/    timeout=200ms    expect_error=timeout

A Limit That Ends A Handshake Is Named
    ${url} =    Start Broken Handshakes    silence
    VAR    &{limit} =    timeout=200ms    attempts=1
    Run Keyword And Expect Error    *connect timeout*the timeout of 200 ms passed in the TLS handshake
    ...    GET    ${url}/    retry=${limit}

Plain HTTP To A TLS Port Is Told
    [Documentation]    Servers do it in three ways: they respond in TLS, say it in words, or close.
    FOR    ${how}    ${words}    IN
    ...    alert    is no valid HTTP*the server speaks TLS on this port: is https:// right, not http://?
    ...    words    got 400 Bad Request: GET *the server expects TLS on this port: write https://
    ...    end    closed without an answer*nothing came back: so do ports that expect TLS (https://)
        ${url} =    Start Broken Handshakes    ${how}
        ${url} =    Evaluate    $url.replace('https', 'http')
        Run Keyword And Expect Error    *${words}*    GET    ${url}/    retry=none
    END

A Limit Of A Whole Attempt Is No Read Timeout
    ${url} =    Start Broken Handshakes    silence
    ${url} =    Evaluate    $url.replace('https', 'http')
    VAR    &{limit} =    timeout=200ms    attempts=1
    Run Keyword And Expect Error
    ...    No answer in * from GET ${url}/: time limit passed (connected *silence)*the timeout of 200 ms passed*
    ...    GET
    ...    ${url}/
    ...    retry=${limit}

A Handshake That Comes Byte By Byte Ends With The Deadline
    ${url} =    Start Broken Handshakes    drip
    VAR    &{short} =    deadline=2s
    ${started} =    Evaluate    time.perf_counter()
    Run Keyword And Expect Error
    ...    *the deadline passed in the TLS handshake*
    ...    POST    ${url}/    retry=${short}
    Should Be True    time.perf_counter() - ${started} < 60
